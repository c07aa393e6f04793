package com.example.platform.observability;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets what depends on the machine, below every other source of settings: {@code platform.instance} (the host name) and
 * {@code spring.threads.virtual.enabled} (on from JDK 24 on; before it, synchronized blocks pin the carrier thread; off
 * while profiling, whose marks stay with the carrier when a virtual thread leaves it).
 */
final class HostEnvironmentPostProcessor implements EnvironmentPostProcessor {

    private static final int FIRST_WITHOUT_PINNING = 24;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains("host")) {
            return;
        }
        boolean virtual = Runtime.version().feature() >= FIRST_WITHOUT_PINNING
                && !environment.getProperty("platform.profiling.enabled", Boolean.class, false);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "host", Map.of("platform.instance", hostName(), "spring.threads.virtual.enabled", virtual)));
    }

    private static String hostName() {
        String name = System.getenv("HOSTNAME");
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
