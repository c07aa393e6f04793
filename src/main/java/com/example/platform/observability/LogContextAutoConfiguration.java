package com.example.platform.observability;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The context of a request on each of its lines, also on other threads that its context is carried to. */
@AutoConfiguration(after = ObservationsAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SyntheticTraffic.class)
class LogContextAutoConfiguration {

    /** Right after the observation of the request. */
    static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

    LogContextAutoConfiguration() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(LogContext.keys()));
    }

    @Bean
    FilterRegistrationBean<LogContextFilter> logContextFilter(
            ObjectProvider<Tracer> tracer, SyntheticTraffic synthetic, ManagementPaths management) {
        FilterRegistrationBean<LogContextFilter> registration = new FilterRegistrationBean<>(
                new LogContextFilter(tracer.getIfAvailable(), synthetic, new AccessLog(management)));
        registration.setOrder(FILTER_ORDER);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    WebMvcConfigurer endpointInterceptor() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new EndpointInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
