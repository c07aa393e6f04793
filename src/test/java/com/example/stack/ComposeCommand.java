package com.example.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the docker command is asked before compose starts anything. */
final class ComposeCommand {

    private static final long PULL_MINUTES = 5;

    private ComposeCommand() {}

    /** The images that are not built from this repository. */
    static List<String> images(Path file) {
        Process process = start("docker", "compose", "-f", file.toString(), "config", "--images");
        try (var output = process.inputReader()) {
            return output.lines()
                    .filter(image -> !image.endsWith(":local"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean pulls(String image) {
        Process process = start("docker", "pull", "--quiet", image);
        try {
            return process.waitFor(PULL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroy();
        }
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no " + command[0] + " command", e);
        }
    }
}
