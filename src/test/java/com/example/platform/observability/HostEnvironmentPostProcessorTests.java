package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class HostEnvironmentPostProcessorTests {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void theHostNamesTheInstanceAndTheJdkDecidesOnVirtualThreads() {
        new HostEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("platform.instance")).isNotBlank();
        assertThat(environment.getProperty("spring.threads.virtual.enabled", Boolean.class))
                .isEqualTo(Runtime.version().feature() >= 24);
    }

    @Test
    void profilingTakesPlatformThreads() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("profiling", Map.of("platform.profiling.enabled", "true")));

        new HostEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
    }

    @Test
    void anExplicitSettingWins() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "explicit", Map.of("platform.instance", "mine", "spring.threads.virtual.enabled", "false")));

        new HostEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("platform.instance")).isEqualTo("mine");
        assertThat(environment.getProperty("spring.threads.virtual.enabled")).isEqualTo("false");
    }
}
