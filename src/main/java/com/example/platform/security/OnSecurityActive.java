package com.example.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches unless the application has excluded Spring Security's own auto-configuration. */
class OnSecurityActive extends SpringBootCondition implements ConfigurationCondition {

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        @Nullable ConfigurableListableBeanFactory beans = context.getBeanFactory();
        boolean excluded = beans != null
                && ConditionEvaluationReport.get(beans)
                        .getExclusions()
                        .contains(ServletWebSecurityAutoConfiguration.class.getName());
        return new ConditionOutcome(!excluded, excluded ? "Spring Security is excluded" : "Spring Security is active");
    }
}
