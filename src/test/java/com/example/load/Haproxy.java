package com.example.load;

import static org.awaitility.Awaitility.await;

import com.example.testing.ApplicationProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** HAProxy as a process of its own, with the configuration of the documentation. */
final class Haproxy implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("docs", "examples", "haproxy.cfg");

    private final Process process;
    private final int port;
    private final int statistics;
    private final HttpClient http = HttpClient.newHttpClient();

    private Haproxy(Process process, int port, int statistics) {
        this.process = process;
        this.port = port;
        this.statistics = statistics;
    }

    static Haproxy start(String program, int first, int second) throws IOException {
        int port = ApplicationProcess.freePort();
        int statistics = ApplicationProcess.freePort();
        Path output = Path.of("target", "haproxy.log");
        ProcessBuilder builder = new ProcessBuilder(program, "-f", CONFIGURATION.toString(), "-db")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LISTEN", "127.0.0.1:" + port);
        builder.environment().put("STATISTICS", "127.0.0.1:" + statistics);
        builder.environment().put("FIRST", "127.0.0.1:" + first);
        builder.environment().put("SECOND", "127.0.0.1:" + second);
        Haproxy haproxy = new Haproxy(builder.start(), port, statistics);
        Runtime.getRuntime().addShutdownHook(new Thread(haproxy.process::destroyForcibly));
        return haproxy;
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    void awaitUp(String server) {
        await().atMost(Duration.ofSeconds(30)).until(() -> status(server).startsWith("UP"));
    }

    /** What HAProxy thinks of a server. */
    private String status(String server) {
        return column(server, "status");
    }

    /** How often HAProxy sent something a second time, or to another server than it had chosen. */
    int retries() {
        return Integer.parseInt(column("BACKEND", "wretr")) + Integer.parseInt(column("BACKEND", "wredis"));
    }

    private String column(String server, String name) {
        String[] lines = statistics().split("\n");
        String[] names = lines[0].replace("# ", "").split(",");
        for (String line : lines) {
            String[] fields = line.split(",");
            if (fields.length > 1 && fields[0].equals("shop") && fields[1].equals(server)) {
                for (int i = 0; i < names.length; i++) {
                    if (names[i].equals(name)) {
                        return fields[i];
                    }
                }
            }
        }
        return "";
    }

    private String statistics() {
        try {
            URI uri = URI.create("http://localhost:" + statistics + "/;csv");
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
