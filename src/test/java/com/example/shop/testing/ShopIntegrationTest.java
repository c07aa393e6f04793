package com.example.shop.testing;

import com.example.shop.ShopApplication;
import com.example.testing.EmbeddedPostgresConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole shop on a port, on a real PostgreSQL, with the real gateway as another process; impatient settings. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ShopApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=application,shop",
            "management.server.port=0",
            "shop.payments.gateway.read-timeout=500ms",
            "shop.payments.gateway.circuit.open-for=1s",
            "shop.payments.reconciliation.grace=1200ms",
            "shop.payments.reconciliation.longest-pause=500ms",
            "shop.payments.reconciliation.interval=100ms",
            "shop.gauges.interval=200ms"
        })
@AutoConfigureMetrics
@ActiveProfiles("demo")
@Import({EmbeddedPostgresConfiguration.class, GatewayProcessConfiguration.class})
public @interface ShopIntegrationTest {}
