package com.example.platform.security;

import com.example.platform.audit.Actors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Pseudonyms, for telemetry, for the audit trail and for the operator who asks for one. */
@AutoConfiguration(before = SecurityAutoConfiguration.class)
@ConditionalOnSecurity
class PseudonymAutoConfiguration {

    @Bean
    Pseudonyms pseudonyms(SecuritySettings settings, DeploymentSettings deployment) {
        return new Pseudonyms(PseudonymKey.of(settings.pseudonymKeyFile(), deployment));
    }

    @Bean
    Actors actors(Pseudonyms pseudonyms) {
        return pseudonyms::of;
    }

    @Bean
    PseudonymController pseudonymController(Pseudonyms pseudonyms, ApplicationEventPublisher events) {
        return new PseudonymController(pseudonyms, events);
    }
}
