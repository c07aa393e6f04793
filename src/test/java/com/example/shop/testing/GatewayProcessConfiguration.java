package com.example.shop.testing;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Points the shop of a test at the gateway process, and its demo users at a password made for this JVM. */
@TestConfiguration(proxyBeanMethods = false)
public class GatewayProcessConfiguration {

    private static final String PASSWORD = UUID.randomUUID().toString();

    @Bean
    DynamicPropertyRegistrar surroundings() {
        GatewayProcess gateway = GatewayProcess.shared();
        return registry -> {
            registry.add("shop.payments.gateway.url", gateway::url);
            registry.add("shop.demo.password", () -> PASSWORD);
        };
    }
}
