package com.example.platform.observability;

import com.example.platform.observability.sample.ThingsController;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A tiny application with what platform.observability brings and nothing else of the platform. */
@SpringBootConfiguration(proxyBeanMethods = false)
@AutoConfigurationPackage
@Import({ObservedApplication.AutoConfigurations.class, ThingsController.class})
class ObservedApplication {

    public static void main(String[] args) {
        SpringApplication.run(ObservedApplication.class, args);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/secret")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    static class AutoConfigurations extends AutoConfigurationImportSelector {

        private static final String PLATFORM = "com.example.platform.";

        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            AnnotationAttributes attributes = new AnnotationAttributes();
            attributes.put("exclude", new String[0]);
            attributes.put("excludeName", new String[0]);
            return attributes;
        }

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, AnnotationAttributes attributes) {
            return super.getCandidateConfigurations(metadata, attributes).stream()
                    .filter(name -> !name.startsWith(PLATFORM) || name.startsWith(PLATFORM + "observability."))
                    .toList();
        }
    }
}
