package com.example.ops.incidents;

import com.example.platform.security.SecretEndpoint;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IncidentSettings.class)
class IncidentConfiguration {

    @Bean
    @ConditionalOnProperty("ops.webhook.token-file")
    SecretEndpoint alertEndpoint(IncidentSettings settings) {
        return new SecretEndpoint(
                HttpMethod.POST,
                "/api/alerts",
                "alertmanager",
                Objects.requireNonNull(settings.webhook().tokenFile()));
    }
}
