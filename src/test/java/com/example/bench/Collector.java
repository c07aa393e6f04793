package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@link CountingSink} in a process of its own, ended with this JVM at the latest: beside the client it would stop it for
 * its garbage, and those who wait for an answer would seem to wait for longer.
 */
final class Collector implements AutoCloseable {

    private final Process process;

    private final String url;

    private Collector(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Collector start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CountingSink.class.getName());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String url = process.inputReader().readLine();
            if (url == null) {
                throw new IllegalStateException("no collector");
            }
            return new Collector(process, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base, without the path of a signal. */
    String url() {
        return url;
    }

    /** What it has decoded so far. */
    CountingSink.Counts counts() {
        try {
            process.outputWriter().append('\n').flush();
            return CountingSink.Counts.parse(process.inputReader().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
