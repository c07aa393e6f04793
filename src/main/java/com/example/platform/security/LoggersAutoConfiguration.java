package com.example.platform.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.logging.LoggersEndpointAutoConfiguration;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Puts the audited endpoint for log levels in the place of Boot's. */
@AutoConfiguration(before = LoggersEndpointAutoConfiguration.class)
@ConditionalOnSecurity
@ConditionalOnAvailableEndpoint(LoggersEndpoint.class)
class LoggersAutoConfiguration {

    @Bean
    @ConditionalOnBean(LoggingSystem.class)
    AuditedLoggersEndpoint loggersEndpoint(
            LoggingSystem system, ObjectProvider<LoggerGroups> groups, ApplicationEventPublisher events) {
        return new AuditedLoggersEndpoint(system, groups.getIfAvailable(LoggerGroups::new), events);
    }
}
