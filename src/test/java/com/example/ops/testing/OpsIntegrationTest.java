package com.example.ops.testing;

import com.example.ops.OpsApplication;
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

/** The whole application on a port and on a real PostgreSQL, with a secret for the sender of alerts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = OpsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=application,ops",
            "management.server.port=0",
            "ops.webhook.token-file=src/test/resources/ops/webhook-token"
        })
@AutoConfigureMetrics
@ActiveProfiles("demo")
@Import(EmbeddedPostgresConfiguration.class)
public @interface OpsIntegrationTest {}
