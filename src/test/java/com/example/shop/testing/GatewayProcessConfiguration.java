package com.example.shop.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Points the shop of a test at the gateway process. */
@TestConfiguration(proxyBeanMethods = false)
public class GatewayProcessConfiguration {

    @Bean
    DynamicPropertyRegistrar gatewayAddress() {
        GatewayProcess gateway = GatewayProcess.shared();
        return registry -> registry.add("shop.payments.gateway.url", gateway::url);
    }
}
