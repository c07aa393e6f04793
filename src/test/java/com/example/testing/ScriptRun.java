package com.example.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that has run, such as a verb of {@code scripts/}: how it ended and all that it printed. */
public record ScriptRun(int exit, String output) {

    public static ScriptRun of(Duration patience, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("script", ".txt");
            try {
                return new ScriptRun(
                        exit(patience, environment, command, output), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int exit(Duration patience, Map<String, String> environment, List<String> command, Path output)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                // by TERM, so that the script can put back what it broke
                process.destroy();
                process.waitFor(30, TimeUnit.SECONDS);
                throw new IllegalStateException(
                        command + " did not end within " + patience + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }
}
