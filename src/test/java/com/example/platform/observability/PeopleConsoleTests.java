package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The profile for people: readable lines on the console, JSON in a file, both without secrets. */
@ExtendWith({OutputCaptureExtension.class, FreshLogging.class})
class PeopleConsoleTests {

    @TempDir
    private Path folder;

    @Test
    void theConsoleIsReadableTheFileIsJsonAndBothAreRedacted(CapturedOutput output) throws IOException {
        Path file = folder.resolve("observed.json");
        try (ConfigurableApplicationContext context = start(file)) {
            LoggerFactory.getLogger("test")
                    .atInfo()
                    .addKeyValue("event", "test.people")
                    .addKeyValue("card", "4111 1111 1111 1111")
                    .addKeyValue("password", "plain-secret")
                    .setCause(new IllegalStateException("mail anna@example.com"))
                    .log("Seen by people");
            await().until(() -> output.getOut().contains("[email]")
                    && Files.readString(file).contains("test.people"));

            assertThat(context.isActive()).isTrue();
            assertThat(output.getOut())
                    .contains("Seen by people")
                    .contains("event=\"test.people\"")
                    .contains("card=\"[card]\"")
                    .contains("password=[redacted]")
                    .contains("java.lang.IllegalStateException: mail [email]");
        }
        assertThat(output.getAll() + Files.readString(file))
                .doesNotContain("4111 1111")
                .doesNotContain("anna@")
                .doesNotContain("plain-secret");
        JsonMapper json = new JsonMapper();
        assertThat(Files.readAllLines(file))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(json.readTree(line).isObject()).isTrue());
    }

    private static ConfigurableApplicationContext start(Path file) {
        return new SpringApplicationBuilder(ObservedApplication.class)
                .profiles("people")
                .run(
                        "--server.port=0",
                        "--spring.application.name=observed",
                        "--management.tracing.export.enabled=false",
                        "--platform.logging.json-file=" + file,
                        "--spring.autoconfigure.exclude=" + Http.NO_DATABASE);
    }
}
