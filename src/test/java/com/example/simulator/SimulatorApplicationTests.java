package com.example.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.StaticApplicationContext;

class SimulatorApplicationTests {

    @Test
    void startsWithExactlyOneRole() {
        assertThatCode(() -> play("gateway")).doesNotThrowAnyException();
        assertThatCode(() -> play("traffic", "local")).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithoutARole() {
        assertThatIllegalStateException()
                .isThrownBy(() -> play("local"))
                .withMessageContaining("gateway or to traffic");
    }

    @Test
    void refusesToStartWithBothRoles() {
        assertThatIllegalStateException()
                .isThrownBy(() -> play("gateway", "traffic"))
                .withMessageContaining("[gateway, traffic]");
    }

    @Test
    void bringsNeitherDatabaseNorLogins() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SimulatorApplication.class)
                .properties("spring.config.name=application,simulator", "spring.main.banner-mode=off")
                .profiles("gateway")
                .run("--server.port=0", "--management.server.port=0")) {
            assertThat(context.getEnvironment().getProperty("spring.application.name"))
                    .isEqualTo("payment-gateway");
            assertThat(context.getBeanDefinitionNames())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                            .matches(".*(datasource|flyway|jdbc|transaction|securityfilter|userdetails|jwt).*"));
        }
    }

    private static void play(String... profiles) {
        StaticApplicationContext context = new StaticApplicationContext();
        context.getEnvironment().setActiveProfiles(profiles);
        new OneRole().initialize(context);
    }
}
