package com.example.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to start unless exactly one role is an active profile. */
class OneRole implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Set<String> ROLES = Set.of("gateway", "traffic");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> roles = Stream.of(context.getEnvironment().getActiveProfiles())
                .filter(ROLES::contains)
                .toList();
        if (roles.size() != 1) {
            throw new IllegalStateException("The simulator plays one role: set spring.profiles.active to gateway or to "
                    + "traffic; active roles: " + roles);
        }
    }
}
