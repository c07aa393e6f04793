package com.example.shop.testing;

import com.example.testing.ApplicationProcess;
import com.example.testing.OtlpSink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop, the gateway, a database and a collector as processes, to look at the signals as they come out. */
public final class LiveShop {

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static LiveShop shared;

    private final String password = UUID.randomUUID().toString();

    private final OtlpSink spans = OtlpSink.start();

    private final EmbeddedPostgres postgres;

    private final GatewayProcess gateway;

    private final ApplicationProcess shop;

    /** @param classPath of the shop */
    private LiveShop(String classPath, String... arguments) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPort(ApplicationProcess.freePort())
                .start();
        gateway = GatewayProcess.start(Map.of(), tracing());
        shop = ApplicationProcess.start(
                "com.example.shop.ShopApplication",
                Map.of(
                        "CLASSPATH",
                        classPath,
                        "SHOP_DATABASE_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "SHOP_DATABASE_USER",
                        "postgres",
                        "SHOP_DEMO_PASSWORD",
                        password),
                Stream.of(
                                new String[] {
                                    "--spring.profiles.active=demo",
                                    "--shop.payments.gateway.url=" + gateway.url(),
                                    "--shop.payments.gateway.read-timeout=1s",
                                    "--shop.payments.reconciliation.grace=1500ms",
                                    "--shop.payments.reconciliation.interval=100ms",
                                    "--shop.gauges.interval=200ms",
                                    tracing()[0]
                                },
                                arguments)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    /** One of its own for a test that leaves too much behind for the others; to be stopped. */
    public static LiveShop start(String... arguments) {
        return startFrom(System.getProperty("java.class.path"), arguments);
    }

    /** One of its own from other classes than those of the tests; to be stopped. */
    public static LiveShop startFrom(String classPath, String... arguments) {
        try {
            return new LiveShop(classPath, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that the tests of this JVM share; it ends with the JVM. */
    public static synchronized LiveShop shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    public void stop() {
        shop.stop();
        gateway.stop();
        spans.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database that the shop uses, for another application beside it. */
    public String databaseUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** Where the shop writes its standard output. */
    public Path outputFile() {
        return shop.output();
    }

    public ShopCalls calls() {
        return new ShopCalls(shop.port());
    }

    public ShopCalls managementCalls() {
        return new ShopCalls(shop.managementPort());
    }

    public int port() {
        return shop.port();
    }

    public GatewayProcess gateway() {
        return gateway;
    }

    public OtlpSink spans() {
        return spans;
    }

    public String support() {
        return calls().login("support@example.com", password);
    }

    /** The password of every demo user. */
    public String password() {
        return password;
    }

    public String operator() {
        return calls().login("operator@example.com", password);
    }

    /** Everything the shop wrote to its standard output so far. */
    public String output() {
        return read(shop.output());
    }

    /** Everything the gateway wrote to its standard output so far. */
    public String gatewayOutput() {
        return read(gateway.output());
    }

    /** The log lines of the shop so far. */
    public List<JsonNode> logLines() {
        return output().lines().map(JSON::readTree).toList();
    }

    public String scrape() {
        return scrape("text/plain");
    }

    /** The scrape with exemplars. */
    public String openMetrics() {
        return scrape("application/openmetrics-text; version=1.0.0");
    }

    public URI management(String path) {
        return shop.managementUrl().resolve(path);
    }

    private String scrape(String accept) {
        HttpRequest request = HttpRequest.newBuilder(management("/actuator/prometheus"))
                .header("Accept", accept)
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String[] tracing() {
        return new String[] {
            "--management.opentelemetry.tracing.export.otlp.endpoint=" + spans.endpoint(),
            "--management.tracing.sampling.probability=1.0"
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
