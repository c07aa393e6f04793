package com.example.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A PostgreSQL that can be stopped, crashed and started again on the same data and port. */
final class Postgres implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;
    private final Path program;
    private final int port;
    private final Path log;
    private Process server;

    private Postgres(Path data, Path program, int port) {
        this.data = data;
        this.program = program;
        this.port = port;
        this.log = data.resolveSibling("postgres.log");
        this.server = start();
    }

    /** Makes a new cluster in the folder and starts it. */
    static Postgres create(Path folder) throws IOException {
        Path data = folder.resolve("pg").toAbsolutePath();
        int port;
        Path program;
        // the library brings the programs and makes the cluster; its settings (no synchronous commits) stay behind
        try (EmbeddedPostgres first = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start()) {
            port = first.getPort();
            program = programOf(postmaster(data));
        }
        return new Postgres(data, program, port);
    }

    int port() {
        return port;
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    /** Ends all sessions and stops in order. */
    void stop() {
        signal("INT");
    }

    /** Stops as after a crash, without a checkpoint: the next start recovers from the log of writes. */
    void crash() {
        signal("QUIT");
    }

    /** Starts again and returns when it takes connections. */
    void restart() {
        server = start();
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            stop();
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(postmaster(data)))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("PostgreSQL does not stop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start() {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // the server refuses to run as root; in a name space of its own it is nobody
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        command.addAll(List.of("-c", "listen_addresses=localhost", "-c", "unix_socket_directories="));
        // with its own defaults otherwise: a commit that was acknowledged is on disk
        command.addAll(List.of("-c", "synchronous_commit=" + System.getProperty("chaos.synchronous-commit", "on")));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(PATIENCE)
                    .until(() -> answers(process));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(Process process) {
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL ended while starting; see " + log);
        }
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    private static Path programOf(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .map(File::new)
                .map(File::toPath)
                .orElseThrow();
    }
}
