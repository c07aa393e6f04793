package com.example.shop.customers;

import com.example.platform.security.Pseudonyms;
import com.example.platform.security.PublicEndpoint;
import com.example.platform.security.Throttle;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CustomerSettings.class, DemoSettings.class})
class CustomerConfiguration {

    private static final String REGISTER = "/api/customers";

    @Bean
    PasswordEncoder passwordEncoder(CustomerSettings settings) {
        return new BCryptPasswordEncoder(settings.passwordStrength());
    }

    @Bean
    CustomerCredentials customerCredentials(CustomerAccounts accounts, PasswordEncoder passwords) {
        return new CustomerCredentials(accounts, passwords);
    }

    @Bean
    Registrations registrations(
            CustomerAccounts accounts,
            PasswordEncoder passwords,
            Pseudonyms pseudonyms,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        return new Registrations(accounts, passwords, pseudonyms, events, transaction);
    }

    @Bean
    Throttle registrationThrottle(CustomerSettings settings, Clock clock) {
        return new Throttle(settings.registrationsPerAddress(), settings.registrationWindow(), clock);
    }

    @Bean
    PublicEndpoint registration() {
        return new PublicEndpoint(HttpMethod.POST, REGISTER);
    }

    @Bean
    WebMvcConfigurer registrationCounter(MeterRegistry registry) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new RegistrationCounter(registry)).addPathPatterns(REGISTER);
            }
        };
    }
}
