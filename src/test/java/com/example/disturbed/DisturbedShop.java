package com.example.disturbed;

import static org.awaitility.Awaitility.await;

import com.example.bench.ClosedLoop;
import com.example.bench.JavaProcess;
import com.example.disturbed.Disturbance.Lost;
import com.example.shop.testing.GatewayProcess;
import com.example.shop.testing.ShopCalls;
import com.example.testing.MoodyCollector;
import com.example.testing.MoodyCollector.Mood;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The shop as a process of its own, every trace sampled, with a collector, a reader of its output and perhaps a disk. */
final class DisturbedShop implements AutoCloseable {

    /** With which the last spans and lines, and what is under way, must be done. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private static final int CONNECTIONS = 8;

    private final EmbeddedPostgres postgres;
    private final MoodyCollector collector = new MoodyCollector();
    private final SmallDisk disk;
    private final JavaProcess process;
    private final LineReader lines;
    private final ShopCalls calls;

    private DisturbedShop(SmallDisk disk, List<String> options) throws IOException {
        this.disk = disk;
        postgres = EmbeddedPostgres.builder().start();
        process = new JavaProcess.Start(
                        disk == null ? List.of() : disk.before("160m"),
                        disk == null ? options : plus(options, "-Djava.io.tmpdir=" + disk.folder()),
                        List.of("com.example.shop.ShopApplication"),
                        arguments(),
                        environment(),
                        ProcessBuilder.Redirect.PIPE)
                .run();
        lines = new LineReader(process.process());
        process.awaitReady();
        calls = new ShopCalls(process.port());
    }

    /** On the disks of this machine. */
    static DisturbedShop start(List<String> options) {
        return start(null, options);
    }

    /** With its log file and its temporary folder on the disk. */
    static DisturbedShop start(SmallDisk disk, List<String> options) {
        try {
            return new DisturbedShop(disk, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=" + (disk == null ? "demo" : "demo,people"),
                "--shop.payments.gateway.url=" + GatewayProcess.shared().url(),
                // longer than all rounds together
                "--platform.security.token-lifetime=2h",
                "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint()));
        if (disk != null) {
            arguments.add("--platform.logging.json-file=" + disk.folder().resolve("shop.json"));
            arguments.add("--logging.threshold.console=OFF");
        }
        return arguments;
    }

    private Map<String, String> environment() {
        return Map.of(
                "CLASSPATH", absolute(System.getProperty("java.class.path")),
                "SHOP_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "SHOP_DATABASE_USER", "postgres",
                "SHOP_DEMO_PASSWORD", UUID.randomUUID().toString());
    }

    private static String absolute(String classPath) {
        return String.join(
                ":",
                Stream.of(classPath.split(":"))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .toList());
    }

    private static List<String> plus(List<String> options, String more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    long id() {
        return process.id();
    }

    boolean isAlive() {
        return process.process().isAlive();
    }

    ShopCalls calls() {
        return calls;
    }

    MoodyCollector collector() {
        return collector;
    }

    void begin(Disturbance disturbance) {
        collector.behave(disturbance.mood());
        if (disturbance == Disturbance.STDOUT_BLOCKED) {
            lines.pause();
        } else if (disturbance == Disturbance.DISK_FULL) {
            disk.fill(id());
        }
    }

    /** Gives everything back. */
    void end() {
        collector.behave(Mood.TAKES);
        lines.resume();
        if (disk != null) {
            disk.empty(id());
        }
    }

    /** Waits until what has gathered has gone its way. */
    void settle() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(400))
                .until(new Unchanged(() -> lost(Lost.FAILED_SPANS)
                        + process.sum("telemetry_spans_exported_spans_total", "success")
                        + linesWritten()));
    }

    double lost(Lost what) {
        return process.sum(what.meter(), what.label());
    }

    /** Lines about finished requests that arrived. */
    long linesWritten() {
        return disk == null
                ? lines.requests()
                : linesInFile()
                        .filter(line -> line.contains("\"http.request\""))
                        .count();
    }

    /** Lines that arrived and are no whole JSON object. */
    long brokenLines() {
        return disk == null
                ? lines.broken()
                : linesInFile().filter(line -> !line.endsWith("}")).count();
    }

    private Stream<String> linesInFile() {
        Path folder = disk.seenBy(id());
        return Stream.of("shop.json.1", "shop.json")
                .map(folder::resolve)
                .filter(Files::exists)
                .flatMap(file -> {
                    try {
                        return Files.lines(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Customers who read an order. */
    ClosedLoop orderReads(long requests) {
        String token = calls.newCustomer();
        String order = calls.orderOfABook(token);
        byte[] request = "GET /api/orders/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(order, token)
                .getBytes(StandardCharsets.US_ASCII);
        return new ClosedLoop(process.port(), CONNECTIONS, requests, 200, number -> request);
    }

    /** How long the end took. */
    Duration stop() {
        return process.stop(GRACE.multipliedBy(2));
    }

    @Override
    public void close() {
        process.stop(Duration.ZERO);
        collector.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
