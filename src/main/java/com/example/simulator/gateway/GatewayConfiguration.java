package com.example.simulator.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Everything the role {@code gateway} consists of. */
@Configuration(proxyBeanMethods = false)
@Profile("gateway")
@EnableConfigurationProperties(GatewayProperties.class)
@Import({
    ChargeController.class,
    RefundController.class,
    LedgerController.class,
    FaultController.class,
    GatewaySignals.class
})
public class GatewayConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ledger ledger(GatewayProperties properties) {
        Path journal = properties.journal();
        return new Ledger(properties.ledgerCapacity(), journal == null ? null : Journal.at(journal));
    }

    @Bean
    Faults faults(Clock clock) {
        RandomGenerator perThread = () -> ThreadLocalRandom.current().nextLong();
        return new Faults(clock, perThread);
    }

    @Bean
    WebMvcConfigurer faultsStrikePayments(
            Faults faults, GatewaySignals signals, GatewayProperties properties, JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FaultInterceptor(faults, signals, properties.hangCap(), json))
                        .addPathPatterns("/v1/charges", "/v1/refunds");
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersCanBeDropped() {
        return tomcat -> tomcat.addEngineValves(new AnswerDroppingValve());
    }
}
