package com.example.platform.security;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An application with a call for each kind of caller. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SecurityTestApplication {

    @Bean
    Accounts accounts() {
        return new Accounts();
    }

    @Bean
    ServerSpans serverSpans() {
        return new ServerSpans();
    }

    @Bean
    PublicEndpoint open() {
        return new PublicEndpoint(HttpMethod.GET, "/api/open/{id}");
    }

    /** What the observations of requests had to say of the user. */
    static class ServerSpans implements ObservationHandler<ServerRequestObservationContext> {

        final List<String> users = new CopyOnWriteArrayList<>();

        @Override
        public void onStop(ServerRequestObservationContext context) {
            KeyValue user = context.getHighCardinalityKeyValue("enduser.pseudo.id");
            if (user != null) {
                users.add(user.getValue());
            }
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof ServerRequestObservationContext;
        }
    }

    /** Two accounts whose password is {@code right}. */
    static class Accounts implements Credentials {

        final AtomicInteger asked = new AtomicInteger();

        @Override
        public Optional<Account> verify(String login, String password) {
            asked.incrementAndGet();
            boolean known = login.startsWith("customer") || login.startsWith("operator");
            String role = login.startsWith("operator") ? "operator" : "customer";
            return known && password.equals("right")
                    ? Optional.of(new Account("subject-of-" + role, Set.of(role)))
                    : Optional.empty();
        }
    }

    @RestController
    static class Calls {

        /** Static, since the bean is a proxy. */
        static final AtomicInteger ACCEPTED = new AtomicInteger();

        @GetMapping("/api/me")
        Map<String, String> me(Authentication caller) {
            ACCEPTED.incrementAndGet();
            return Map.of("subject", caller.getName(), "user", String.valueOf(MDC.get("user")));
        }

        @GetMapping("/api/support")
        @PreAuthorize("hasRole('SUPPORT')")
        String support() {
            ACCEPTED.incrementAndGet();
            return "yes";
        }

        @GetMapping("/api/open/{id}")
        String open(@PathVariable String id) {
            if (id.equals("broken")) {
                throw new IllegalStateException("made by a test");
            }
            return "open";
        }

        @GetMapping("/outside")
        String outside() {
            return "nobody opened this";
        }
    }
}
