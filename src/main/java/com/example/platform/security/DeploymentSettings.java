package com.example.platform.security;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this process runs.
 *
 * @param environment e.g. {@code local}, {@code demo}, {@code staging}, {@code production}
 */
@ConfigurationProperties("platform")
record DeploymentSettings(@DefaultValue("local") String environment) {

    private static final Set<String> PLAYGROUNDS = Set.of("demo", "local");

    /** Whether nothing here is worth protecting, so that keys may be made up at start. */
    boolean isPlayground() {
        return PLAYGROUNDS.contains(environment);
    }
}
