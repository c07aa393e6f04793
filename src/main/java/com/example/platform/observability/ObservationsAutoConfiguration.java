package com.example.platform.observability;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/** What is observed and how it is named. */
@AutoConfiguration(
        before = {
            ObservationAutoConfiguration.class,
            OpenTelemetryTracingAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class
        })
@EnableConfigurationProperties(WebEndpointProperties.class)
class ObservationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ObservationRegistry observationRegistry() {
        return new GuardedObservations();
    }

    @Bean
    static GuardedConventions guardedConventions() {
        return new GuardedConventions();
    }

    @Bean
    ManagementPaths managementPaths(WebEndpointProperties properties) {
        return new ManagementPaths(properties.getBasePath());
    }

    @Bean
    ClientRequestObservationConvention clientRequestObservationConvention() {
        return new TemplateClientRequestObservationConvention();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class ServerRequests {

        @Bean
        ServerRequestObservationConvention serverRequestObservationConvention(BeanFactory beans) {
            return new ModuleServerRequestObservationConvention(
                    AutoConfigurationPackages.has(beans) ? AutoConfigurationPackages.get(beans) : List.of());
        }

        @Bean
        ObservationPredicate noManagementRequests(ManagementPaths management) {
            return (name, context) -> !(context instanceof ServerRequestObservationContext request
                    && request.getCarrier() != null
                    && management.matches(request.getCarrier()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Slf4JEventListener.class)
    static class Traces {

        @Bean
        @ConditionalOnMissingBean
        Slf4JEventListener traceInLog() {
            return new TraceInLog();
        }
    }
}
