package com.example.platform.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/** Keeps the profile {@code demo}, whose users and keys are made up, out of every environment that matters. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@Profile("demo")
@EnableConfigurationProperties(DeploymentSettings.class)
class DemoGuardAutoConfiguration {

    DemoGuardAutoConfiguration(DeploymentSettings deployment) {
        if (!deployment.isPlayground()) {
            throw new IllegalStateException("The profile demo does not start in environment " + deployment.environment()
                    + ": platform.environment must be demo or local");
        }
    }
}
