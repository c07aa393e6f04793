package com.example.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Problems for every error, strict reading of requests, and limits in front of everything but the probes. */
@AutoConfiguration(
        before = ErrorMvcAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
class WebAutoConfiguration {

    /** The observation of a request opens at the highest precedence plus one; these come after it, before security. */
    private static final int INSIDE_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    StrictUuids strictUuids() {
        return new StrictUuids();
    }

    @Bean
    ProblemHandler problemHandler() {
        return new ProblemHandler();
    }

    @Bean
    ProblemBodies problemBodies() {
        return new ProblemBodies();
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    /** After Boot's own converter, which it takes the place of. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    StrictJson strictJson(JsonMapper json) {
        return new StrictJson(json);
    }

    /** After the interceptors that count, so that what it refuses is counted too. */
    @Bean
    WebMvcConfigurer mediaTypes() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new MediaTypes()).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    @Bean
    Drain drain(WebSettings settings, ApplicationContext context) {
        return new Drain(settings.drain(), context);
    }

    @Bean
    FilterRegistrationBean<Filter> drainFilter(Drain drain) {
        return registration(new DrainFilter(drain), INSIDE_OBSERVATION);
    }

    @Bean
    FilterRegistrationBean<Filter> lastResortFilter(ProblemWriter problems) {
        return registration(new LastResortFilter(problems), INSIDE_OBSERVATION + 1);
    }

    @Bean
    SlowCallers slowCallers(WebSettings settings) {
        return new SlowCallers(settings.maxSlowCallers());
    }

    @Bean
    FilterRegistrationBean<Filter> bodyFilter(
            WebSettings settings, SlowCallers slowCallers, ProblemWriter problems, MeterRegistry registry) {
        BodyIntake intake = new BodyIntake(
                settings.maxBodySize().toBytes(),
                settings.bodyTimeout(),
                Math.toIntExact(settings.maxBodyRoom().toBytes()),
                slowCallers,
                WebMeters.REQUESTS_SHED.counter(registry));
        return registration(new BodyFilter(intake, problems), INSIDE_OBSERVATION + 2);
    }

    @Bean
    Places places(WebSettings settings) {
        return new Places(settings.maxConcurrentRequests());
    }

    @Bean
    FilterRegistrationBean<Filter> loadSheddingFilter(Places places, ProblemWriter problems, MeterRegistry registry) {
        return registration(
                new LoadSheddingFilter(places, problems, WebMeters.REQUESTS_SHED.counter(registry)),
                INSIDE_OBSERVATION + 3);
    }

    @Bean
    FilterRegistrationBean<Filter> doorFilter(Places places, MeterRegistry registry) {
        return registration(
                new DoorFilter(places, WebMeters.REQUESTS_SHED.counter(registry), new UnobservedRefusals(registry)),
                Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return ProblemReportValve::install;
    }

    /** After Boot has set virtual threads; Tomcat's own pool, where there are none, has an end of its own. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> handlers(WebSettings settings) {
        return factory -> factory.addProtocolHandlerCustomizers(protocol -> {
            if (protocol.getExecutor() != null) {
                protocol.setExecutor(new Handlers(settings.maxHandlers(), protocol.getExecutor()));
            }
        });
    }

    /** Tomcat's time limits are for a pause; a byte now and then would keep a head or a body arriving for ever. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(WebSettings settings, SlowCallers slowCallers) {
        return factory -> {
            factory.setProtocol(HttpProtocol.class.getName());
            factory.addProtocolHandlerCustomizers((HttpProtocol protocol) -> {
                protocol.bound(
                        new Heads(settings.maxArrivingHeads(), settings.headTimeout()),
                        new ExchangeLimits(slowCallers, settings.answerTimeout()));
                // who asks before he sends is told to once somebody reads: not if he is refused
                protocol.setContinueResponseTiming("onRead");
                // else a pause in the body would have what was left of the time for the head; longer than what ends the
                // body
                protocol.setDisableUploadTimeout(false);
                protocol.setConnectionUploadTimeout(Math.toIntExact(
                        1 + settings.bodyTimeout().multipliedBy(2).toMillis()));
            });
        };
    }

    /** Idle connections are many and what is sent over most fits: four of Tomcat's kilobytes in place of its sixteen. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", "2048");
            connector.setProperty("socket.appWriteBufSize", "2048");
        });
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int precedence) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(precedence);
        return registration;
    }
}
