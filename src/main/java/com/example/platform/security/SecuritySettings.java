package com.example.platform.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is let in. Outside the profile {@code demo} issuer, keys and audiences come from
 * {@code spring.security.oauth2.resourceserver.jwt.*}.
 *
 * @param issuer the issuer of the demo's tokens
 * @param audience the audience of the demo's tokens
 * @param tokenLifetime how long a token of the demo is valid
 * @param clockSkew how far the clocks of issuer and service may be apart, 30 seconds at most
 * @param signingKeyFile PKCS#8 PEM of the RSA key that signs the demo's tokens; made at start when not set, and then
 *     tokens of one replica are worth nothing at another
 * @param pseudonymKeyFile base64 of the key, 32 bytes or more, that pseudonyms are made with; made at start when not
 *     set, which only the environments {@code demo} and {@code local} allow
 * @param login limits on wrong logins
 */
@Validated
@ConfigurationProperties("platform.security")
record SecuritySettings(
        @DefaultValue("urn:demo-issuer") @NotBlank String issuer,
        @DefaultValue("demo-api") @NotBlank String audience,
        @DefaultValue("15m") @NotNull Duration tokenLifetime,

        @DefaultValue("30s") @NotNull @DurationMax(seconds = 30)
        Duration clockSkew,

        @Nullable Path signingKeyFile,
        @Nullable Path pseudonymKeyFile,
        @DefaultValue @Valid Login login) {

    /**
     * Limits on wrong logins; over them a login is answered 429, right or wrong.
     *
     * @param accountFailures wrong logins for one account within the window
     * @param addressFailures wrong logins from one address within the window; a classroom may share an address;
     *     the addresses of one IPv6 network of 64 bits count as one
     * @param window how long a wrong login counts
     */
    record Login(
            @DefaultValue("5") @Min(1) int accountFailures,
            @DefaultValue("100") @Min(1) int addressFailures,
            @DefaultValue("5m") @NotNull Duration window) {}
}
