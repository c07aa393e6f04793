package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

class StartTests {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("spring.main.banner-mode=off");

    @TempDir
    private Path folder;

    @Test
    void theProfileDemoDoesNotStartInProduction() {
        application
                .withPropertyValues("spring.profiles.active=demo", "platform.environment=production")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("The profile demo does not start in environment production"));
    }

    @Test
    void withoutTheProfileDemoThereIsNoIssuerAndAProviderIsNeeded() {
        application.run(context -> assertThat(context).getFailure().hasStackTraceContaining("issuer-uri must be set"));
        application
                .withPropertyValues("spring.security.oauth2.resourceserver.jwt.issuer-uri=https://id.example.com")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("audiences must be set"));
        application
                .withPropertyValues(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://id.example.com",
                        "spring.security.oauth2.resourceserver.jwt.audiences=api")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(JwtDecoder.class)
                        .doesNotHaveBean(LoginController.class)
                        .doesNotHaveBean(RSAKey.class));
    }

    @Test
    void outsideThePlaygroundsAPseudonymKeyIsNeeded() throws Exception {
        WebApplicationContextRunner production = application.withPropertyValues(
                "platform.environment=production",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://id.example.com",
                "spring.security.oauth2.resourceserver.jwt.audiences=api");
        Path key = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
        Path shortKey =
                Files.writeString(folder.resolve("short"), Base64.getEncoder().encodeToString(new byte[16]));

        production.run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("pseudonym-key-file must be set in environment production"));
        production
                .withPropertyValues("platform.security.pseudonym-key-file=" + shortKey)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("32 bytes or more"));
        production
                .withPropertyValues("platform.security.pseudonym-key-file=" + key)
                .run(context -> assertThat(context.getBean(Pseudonyms.class).of("someone"))
                        .isEqualTo(new Pseudonyms(new byte[32]).of("someone")));
    }

    @Test
    void replicasShareTheSigningKeyOfAFile() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Path pem = Files.writeString(
                folder.resolve("signing.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");

        application
                .withPropertyValues("spring.profiles.active=demo", "platform.security.signing-key-file=" + pem)
                .run(context ->
                        assertThat(context.getBean(RSAKey.class).toPublicKey()).isEqualTo(pair.getPublic()));
    }

    @Test
    void anApplicationThatExcludesSpringSecurityStartsWithoutAnyOfThis() {
        new WebApplicationContextRunner()
                .withUserConfiguration(Unguarded.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Pseudonyms.class)
                        .doesNotHaveBean(SecurityFilterChain.class));
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    static class Application {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                ServletWebSecurityAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class
            })
    static class Unguarded {}
}
