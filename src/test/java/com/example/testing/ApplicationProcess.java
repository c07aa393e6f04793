package com.example.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** An application as a process of its own, its standard output in a file, ended with this JVM at the latest. */
public final class ApplicationProcess {

    private static final int ENDED_BY_TERM = 128 + 15;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;

    private final Path output;

    private final int port;

    private final int managementPort;

    private ApplicationProcess(Process process, Path output, int port, int managementPort) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Starts the main class on free ports and returns when it is ready. */
    public static ApplicationProcess start(String main, Map<String, String> environment, String... arguments) {
        return start(main, environment, freePort(), freePort(), arguments);
    }

    /** Starts the main class on these ports and returns when it is ready. */
    public static ApplicationProcess start(
            String main, Map<String, String> environment, int port, int managementPort, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                main,
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        command.addAll(List.of(arguments));
        Path output = Path.of("target", main.substring(main.lastIndexOf('.') + 1) + "-" + port + ".json");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var application = new ApplicationProcess(process, output, port, managementPort);
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(application::isReady);
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    public URI managementUrl() {
        return URI.create("http://localhost:" + managementPort);
    }

    /** The file with everything the process writes to its standard output and error. */
    public Path output() {
        return output;
    }

    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public long id() {
        return process.pid();
    }

    /** Ends it at once, as a crash of the machine would: nothing of it runs any more when this returns. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended because it was asked to, and not by force. */
    public boolean hasEndedByItself() {
        return !process.isAlive() && process.exitValue() == ENDED_BY_TERM;
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the process ended while starting; see " + output);
        }
        try {
            var health = HttpRequest.newBuilder(managementUrl().resolve("/actuator/health/readiness"));
            return HTTP.send(health.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static int freePort() {
        return FreePorts.next();
    }
}
