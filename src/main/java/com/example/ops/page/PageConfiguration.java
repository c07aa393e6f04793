package com.example.ops.page;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What the pages are made with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {

    @Bean
    RunbookFolder runbookFolder(PageSettings settings) {
        return new RunbookFolder(settings.runbooks().folder());
    }

    @Bean
    Markdown markdown() {
        return new Markdown();
    }

    @Bean
    AuthenticationFailureHandler loginFailures() {
        return new LoginFailures();
    }
}
