package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.MethodMatcher;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PostAuthorize;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;

class MethodSecurityScopeTests {

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatIsNotOfSpringIsSecured() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("someone", "", "ROLE_GUEST"));

        new ApplicationContextRunner().withUserConfiguration(Application.class).run(context -> {
            Vault vault = context.getBean(Vault.class);
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(vault::open);
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(vault::content);
            assertThat(context.getBeansOfType(AuthorizationAdvisor.class).values())
                    .isNotEmpty()
                    .allSatisfy(advisor -> assertThat(
                                    advisor.getPointcut().getClassFilter().matches(ResourceBundleMessageSource.class))
                            .isFalse());
        });
    }

    @Test
    void aClassOfSpringIsNotLookedAt() {
        List<Class<?>> lookedAt = new ArrayList<>();
        Pointcut pointcut = new ComposablePointcut((ClassFilter) lookedAt::add, MethodMatcher.TRUE);
        AuthorizationAdvisor advisor = (AuthorizationAdvisor) new MethodSecurityScope()
                .postProcessAfterInitialization(
                        new AuthorizationManagerBeforeMethodInterceptor(pointcut, (who, what) -> null), "any");

        assertThat(advisor.getPointcut().getClassFilter().matches(ResourceBundleMessageSource.class))
                .isFalse();
        assertThat(advisor.getPointcut().getClassFilter().matches(Vault.class)).isTrue();
        assertThat(lookedAt).containsExactly(Vault.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Application {

        @Bean
        static MethodSecurityScope scope() {
            return new MethodSecurityScope();
        }

        @Bean
        Vault vault() {
            return new Vault();
        }
    }

    static class Vault {

        @PreAuthorize("hasRole('OPERATOR')")
        void open() {}

        @PostAuthorize("returnObject == 'nothing'")
        String content() {
            return "gold";
        }
    }
}
