package com.example.bench;

import com.example.testing.SharedKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootVersion;

/** A database server, the payment gateway, and the variants of the shop, each with a database of its own. */
final class BenchSite implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Where nobody listens. */
    private static final int NO_PORT = 9;

    private final BenchSettings settings;

    private final EmbeddedPostgres postgres;

    private final Optional<JavaProcess> gateway;

    /** From files, as in the compose file: a key that is made at the start would be part of it. */
    private final List<String> keys;

    private final Map<Variant, BenchShop> shops = new EnumMap<>(Variant.class);

    private int databases;

    BenchSite(BenchSettings settings) throws IOException {
        this.settings = settings;
        keys = SharedKeys.create(Bench.FOLDER);
        postgres = EmbeddedPostgres.builder().start();
        // who pays nobody needs none
        gateway = settings.parts().contains(Part.ORDER_PAYING) ? Optional.of(startGateway()) : Optional.empty();
    }

    private static JavaProcess startGateway() {
        JavaProcess gateway = new JavaProcess.Start(
                        List.of(),
                        List.of("-Xmx192m", "-XX:+UseSerialGC"),
                        List.of("-jar", "target/shop-simulator.jar"),
                        List.of(
                                "--spring.profiles.active=gateway",
                                "--logging.level.root=warn",
                                // the collectors count what the shops send and nothing else
                                "--management.tracing.export.enabled=false"),
                        Map.of(),
                        ProcessBuilder.Redirect.to(
                                Bench.FOLDER.resolve("gateway.log").toFile()))
                .run();
        gateway.awaitReady();
        return gateway;
    }

    BenchSettings settings() {
        return settings;
    }

    /** Of what is measured and of what it runs on. */
    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("shop", settings.commit());
        versions.put("Spring Boot", SpringBootVersion.getVersion());
        versions.put("PostgreSQL", new BenchDatabase(postgres.getJdbcUrl("postgres", "postgres")).version());
        versions.put("agent", settings.agent().getFileName().toString().replaceAll("[^0-9]*-|\\.jar", ""));
        return versions;
    }

    /** Started when it is asked for. */
    BenchShop shop(Variant variant) {
        return shops.computeIfAbsent(variant, this::start);
    }

    /** Those that are to be measured. */
    List<BenchShop> shops() {
        return shops(Variant.values());
    }

    /** Those of them that are to be measured. */
    List<BenchShop> shops(Variant... some) {
        return Arrays.stream(some)
                .filter(settings.variants()::contains)
                .map(this::shop)
                .toList();
    }

    /** How many requests of the journey the bare shop can answer in a second. */
    double capacity(Journey journey) {
        BenchShop bare = shop(Variant.A);
        int number = (int) (journey.requests() * settings.share() / 2);
        return Spread.of(Stream.generate(() -> bare.round(journey.at(bare, number)))
                        .limit(3)
                        .map(Round::perSecond)
                        .toList())
                .median();
    }

    /** Leaves the machine to what is started next. */
    void stopShops() {
        shops.values().forEach(BenchShop::close);
        shops.clear();
    }

    private BenchShop start(Variant variant) {
        BenchShop shop =
                new BenchShop(variant, Packaging.FAT_JAR, database(variant), keys, gateway(), settings.agent());
        System.out.println(variant + " is ready: " + variant.meaning());
        return shop;
    }

    /** The full shop in another packaging. */
    BenchShop start(Packaging packaging, BenchDatabase database) {
        return new BenchShop(Variant.B, packaging, database, keys, gateway(), settings.agent());
    }

    private BenchDatabase database(Variant variant) {
        String name = "bench_%s_%d".formatted(variant.name().toLowerCase(Locale.ROOT), ++databases);
        return BenchDatabase.create(postgres.getJdbcUrl("postgres", "postgres"), name);
    }

    private URI gateway() {
        return URI.create("http://localhost:" + gateway.map(JavaProcess::port).orElse(NO_PORT));
    }

    @Override
    public void close() {
        stopShops();
        gateway.ifPresent(it -> it.stop(PATIENCE));
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
