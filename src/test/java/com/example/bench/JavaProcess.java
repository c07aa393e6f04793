package com.example.bench;

import com.example.testing.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** An application as a process of its own whose cost is looked at; ended with this JVM at the latest. */
public final class JavaProcess {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;

    private final int port;

    private final int managementPort;

    private JavaProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * How to start it.
     *
     * @param before what stands before {@code java} on the command line
     * @param options those of the JVM
     * @param main the main class, or {@code -jar} and a file
     * @param output where stdout and stderr go
     */
    public record Start(
            List<String> before,
            List<String> options,
            List<String> main,
            List<String> arguments,
            Map<String, String> environment,
            ProcessBuilder.Redirect output) {

        /** Returns at once; {@link #awaitReady()} waits. */
        public JavaProcess run() {
            int port = freePort();
            int managementPort = freePort();
            List<String> command = new ArrayList<>(before);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(main);
            command.add("--server.port=" + port);
            command.add("--management.server.port=" + managementPort);
            command.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment().putAll(environment);
            try {
                Process process = builder.start();
                Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
                return new JavaProcess(process, port, managementPort);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void awaitReady() {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::isReady);
    }

    public long id() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    public String scrape() {
        try {
            return get("/actuator/prometheus").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum of all series of this name whose labels contain the text. */
    public double sum(String name, String label) {
        return Scrape.sum(scrape(), name, label);
    }

    /** Asks it to end, and forces it after the patience; how long it took, or the patience. */
    public Duration stop(Duration patience) {
        long started = System.nanoTime();
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the process ended while starting, with " + process.exitValue());
        }
        try {
            return get("/actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Answer get(String path) throws IOException {
        URI uri = URI.create("http://localhost:" + managementPort + path);
        try {
            var response = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answer(int status, String body) {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
