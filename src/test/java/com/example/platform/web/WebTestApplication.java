package com.example.platform.web;

import jakarta.servlet.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** An application without database and security, with an endpoint for each way to go wrong. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
class WebTestApplication {

    static final String SECRET = "4111 1111 1111 1111";

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    FilterRegistrationBean<Filter> brokenFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            throw new IllegalStateException("filter " + SECRET);
        });
        registration.addUrlPatterns("/broken-filter");
        return registration;
    }

    record Line(@NotBlank String sku, @Min(1) @Max(1_000) int quantity) {}

    record Basket(@NotEmpty @Size(max = 3) List<@Valid Line> items, Map<String, Integer> notes) {}

    /** Holds callers of {@code /slow} until it is opened. */
    static class Gate {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);
    }

    @RestController
    @RequestMapping("/t")
    static class Faults {

        @PostMapping("/baskets")
        Basket basket(@Valid @RequestBody Basket basket) {
            return basket;
        }

        @PostMapping("/text")
        int text(@RequestBody String text) {
            return text.length();
        }

        @PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        String form(@RequestParam String field) {
            return field;
        }

        @GetMapping("/large")
        String large() {
            return "z".repeat(8_000_000);
        }

        @GetMapping("/things/{id}")
        UUID thing(@PathVariable UUID id) {
            return id;
        }

        @GetMapping("/limited")
        int limited(@RequestParam @Min(1) @Max(100) int limit) {
            return limit;
        }

        @GetMapping("/keyed")
        int keyed(@RequestHeader("Idempotency-Key") String key) {
            return key.length();
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("SELECT secret FROM com.example.Thing " + SECRET);
        }

        @GetMapping("/no-connection")
        void noConnection() {
            throw new CannotGetJdbcConnectionException("jdbc:postgresql://internal-host/db");
        }

        @GetMapping("/query-timeout")
        void queryTimeout() {
            throw new QueryTimeoutException("SELECT pg_sleep(100)");
        }

        @GetMapping("/conflict")
        void conflict() {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "internal words");
        }
    }

    @RestController
    static class Slow {

        private final Gate gate;

        Slow(Gate gate) {
            this.gate = gate;
        }

        @GetMapping("/slow")
        String slow() throws InterruptedException {
            gate.entered.countDown();
            gate.open.await();
            return "done";
        }
    }
}
