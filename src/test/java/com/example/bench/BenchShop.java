package com.example.bench;

import static org.awaitility.Awaitility.await;

import com.example.shop.testing.ShopCalls;
import com.example.testing.Scrape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One variant of the shop, from its jar, with a customer, a database and a collector of its own. */
final class BenchShop implements AutoCloseable {

    /** Those of the image where it has 576 MiB, as in the compose file. */
    private static final List<String> HEAP =
            List.of("@" + Path.of("docker", "jvm.options").toAbsolutePath(), "-Xms230m", "-Xmx230m");

    /** Spans of jobs in the time that a shop is given to settle. */
    private static final int FEW = 100;

    private static final Duration STOP = Duration.ofSeconds(10);

    private final Variant variant;

    private final Collector collector = Collector.start();

    private final Path log;

    private final JavaProcess process;

    private final JvmProbe probe;

    private final ShopCalls calls;

    private final String customer;

    private final String order;

    private final BenchDatabase database;

    private final Duration startUp;

    BenchShop(
            Variant variant, Packaging packaging, BenchDatabase database, List<String> keys, URI gateway, Path agent) {
        this.variant = variant;
        this.database = database;
        log = Bench.FOLDER.resolve(variant + ".log");
        List<String> options = new ArrayList<>(HEAP);
        options.addAll(packaging.options());
        options.addAll(variant.options(agent, collector.url()));
        process = new JavaProcess.Start(
                        packaging.before(),
                        options,
                        List.of("-jar", packaging.jar()),
                        arguments(keys, gateway),
                        Map.of(
                                "SHOP_DATABASE_URL", database.url(),
                                "SHOP_DATABASE_USER", "postgres",
                                "SHOP_DEMO_PASSWORD", UUID.randomUUID().toString()),
                        ProcessBuilder.Redirect.to(log.toFile()))
                .run();
        long started = System.nanoTime();
        process.awaitReady();
        startUp = Duration.ofNanos(System.nanoTime() - started);
        probe = new JvmProbe(process.id());
        calls = new ShopCalls(process.port());
        customer = calls.newCustomer();
        order = "/api/orders/" + calls.orderOfABook(customer);
    }

    private List<String> arguments(List<String> keys, URI gateway) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                // nothing ends, expires or is refused while it is measured
                "--platform.web.max-concurrent-requests=1024",
                "--platform.security.token-lifetime=12h",
                "--shop.orders.payment-due=12h",
                "--shop.payments.gateway.url=" + gateway));
        arguments.addAll(keys);
        arguments.addAll(variant.arguments(collector.url()));
        return arguments;
    }

    Variant variant() {
        return variant;
    }

    ShopCalls calls() {
        return calls;
    }

    /** The token of its customer. */
    String customer() {
        return customer;
    }

    /** The path of an order of its customer. */
    String order() {
        return order;
    }

    /** From its first instruction until it was ready. */
    Duration startUp() {
        return startUp;
    }

    int port() {
        return process.port();
    }

    BenchDatabase database() {
        return database;
    }

    /** How long its compilers have worked so far. */
    Duration compiling() {
        return probe.compiling();
    }

    /**
     * A round of which nothing but its cost is of interest, after a scrape: the first ones take ways through Tomcat and Spring
     * that no load takes, and compiled code that did not expect them is thrown away, for a second of compiling each.
     */
    Round round(Load load) {
        process.scrape();
        return Round.of(process.id(), load);
    }

    long id() {
        return process.id();
    }

    /** How many bytes its threads have allocated so far. */
    long allocated() {
        return probe.allocated();
    }

    /**
     * What it has left behind.
     *
     * @param logBytes written to stdout
     * @param spans that arrived
     * @param served those of them that are of a request served
     * @param lostSpans that the process counted as lost
     */
    record Leavings(long logBytes, long spans, long served, long lostSpans) {

        Leavings since(Leavings earlier) {
            return new Leavings(
                    logBytes - earlier.logBytes,
                    spans - earlier.spans,
                    served - earlier.served,
                    lostSpans - earlier.lostSpans);
        }
    }

    /** So far. */
    Leavings leavings() {
        CountingSink.Counts arrived = collector.counts();
        return new Leavings(logBytes(), arrived.spans(), arrived.served(), Math.round(lostSpans()));
    }

    /** What it does meanwhile, as the flight recorder sees it, in the file. */
    void record(Path file, Runnable load) {
        jcmd("JFR.configure", "stackdepth=200");
        // by processor time, which is what a round counts; the sampler by clock sees too few threads, and no native
        // code
        jcmd(
                "JFR.start",
                "name=bench",
                "settings=profile",
                "jdk.CPUTimeSample#enabled=true",
                "jdk.CPUTimeSample#throttle=2ms");
        load.run();
        jcmd("JFR.stop", "name=bench", "filename=" + file.toAbsolutePath());
    }

    private void jcmd(String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.id())));
        line.addAll(List.of(command));
        try {
            new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Spans that this process knows it could not get rid of. */
    double lostSpans() {
        String scrape = process.scrape();
        return Scrape.sum(scrape, "telemetry_spans_dropped_spans_total", "")
                + Scrape.sum(scrape, "telemetry_spans_exported_spans_total", "outcome=\"failure\"");
    }

    /** Its resident memory in MiB: now, or the most that it ever was. */
    double residentMiB(boolean most) {
        return ResidentMemory.of(process.id(), most ? "VmHWM" : "VmRSS");
    }

    /** How many series a scrape has. */
    long series() {
        return process.scrape().lines().filter(line -> !line.startsWith("#")).count();
    }

    private long logBytes() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until no more spans arrive than those of jobs. */
    void settle() {
        long[] seen = {-FEW - 1, System.nanoTime()};
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    long spans = collector.counts().spans();
                    if (spans - seen[0] > FEW) {
                        seen[0] = spans;
                        seen[1] = System.nanoTime();
                    }
                    return System.nanoTime() - seen[1]
                            >= Duration.ofSeconds(variant.patience()).toNanos();
                });
    }

    @Override
    public void close() {
        probe.close();
        process.stop(STOP);
        collector.close();
    }
}
