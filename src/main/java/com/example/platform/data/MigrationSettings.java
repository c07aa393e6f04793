package com.example.platform.data;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Migrations, where {@code spring.flyway.enabled} does not decide, which Spring asks while it chooses beans.
 *
 * @param atStart whether the application migrates its database when it starts; else somebody must have done it before
 */
@ConfigurationProperties("platform.migrations")
record MigrationSettings(@DefaultValue("true") boolean atStart) {}
