package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a process writes when it cannot start: JSON as well, to the last line. */
class StartupLinesTests {

    @Test
    void aFailureAtStartupIsToldInJson() throws IOException, InterruptedException {
        JsonMapper json = new JsonMapper();
        try (ServerSocket taken = new ServerSocket(0)) {
            Process process = start(taken.getLocalPort());
            List<String> out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            List<JsonNode> lines = out.stream().map(json::readTree).toList();
            assertThat(lines).isNotEmpty().allMatch(JsonNode::isObject);
            assertThat(lines)
                    .anyMatch(line -> line.get("level").asString().equals("ERROR")
                            && line.get("message").asString().contains("APPLICATION FAILED TO START"));
        }
    }

    private static Process start(int takenPort) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ObservedApplication.class.getName(),
                        "--server.port=" + takenPort,
                        "--spring.application.name=observed",
                        "--management.tracing.export.enabled=false",
                        "--spring.autoconfigure.exclude=" + Http.NO_DATABASE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
