package com.example.shop.customers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Registration of customers.
 *
 * @param passwordStrength rounds of BCrypt as a power of two; each step doubles the time of a login; 10 at least
 * @param registrationsPerAddress attempts from one address within the window; a classroom may share an address
 * @param registrationWindow how long an attempt counts
 */
@Validated
@ConfigurationProperties("shop.customers")
record CustomerSettings(
        @DefaultValue("10") @Min(10) @Max(16) int passwordStrength,
        @DefaultValue("300") @Min(1) int registrationsPerAddress,
        @DefaultValue("1m") @NotNull Duration registrationWindow) {}
