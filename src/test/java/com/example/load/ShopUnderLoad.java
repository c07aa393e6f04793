package com.example.load;

import com.example.shop.testing.GatewayProcess;
import com.example.shop.testing.ShopCalls;
import com.example.testing.ApplicationProcess;
import com.example.testing.StallingProxy;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database, a gateway and as many instances of the shop as are asked for, with the keys that they share. */
final class ShopUnderLoad implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final StallingProxy way;
    private final int databasePort;
    private final GatewayProcess gateway;
    private final Path signingKey;
    private final Path pseudonymKey;
    private final List<ApplicationProcess> instances = new ArrayList<>();

    private ShopUnderLoad(
            EmbeddedPostgres postgres, Duration distance, GatewayProcess gateway, Path signingKey, Path pseudonymKey)
            throws IOException {
        this.postgres = postgres;
        this.way = StallingProxy.before(postgres.getPort(), distance);
        this.databasePort = distance.isZero() ? postgres.getPort() : way.port();
        this.gateway = gateway;
        this.signingKey = signingKey;
        this.pseudonymKey = pseudonymKey;
    }

    static ShopUnderLoad prepare(Path folder) throws IOException {
        return prepare(folder, Duration.ZERO);
    }

    /** With a database that is so far away. */
    static ShopUnderLoad prepare(Path folder, Duration distance) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new ShopUnderLoad(
                EmbeddedPostgres.builder().start(),
                distance,
                GatewayProcess.start(Map.of(), tracing()),
                Files.writeString(folder.resolve("signing-key"), pem()),
                Files.writeString(
                        folder.resolve("pseudonym-key"), Base64.getEncoder().encodeToString(random)));
    }

    ApplicationProcess instance(String... arguments) {
        return instance(ApplicationProcess.freePort(), ApplicationProcess.freePort(), arguments);
    }

    ApplicationProcess instance(int port, int managementPort, String... arguments) {
        ApplicationProcess instance = ApplicationProcess.start(
                "com.example.shop.ShopApplication",
                Map.of(
                        "SHOP_DATABASE_URL",
                        "jdbc:postgresql://localhost:" + databasePort + "/postgres",
                        "SHOP_DATABASE_USER",
                        "postgres"),
                port,
                managementPort,
                Stream.concat(
                                Stream.of(
                                        "--spring.profiles.active=demo",
                                        "--management.tracing.export.enabled=false",
                                        "--management.tracing.sampling.probability=0.1",
                                        "--platform.security.signing-key-file=" + signingKey,
                                        "--platform.security.pseudonym-key-file=" + pseudonymKey,
                                        "--shop.payments.gateway.url=" + gateway.url()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        instances.add(instance);
        return instance;
    }

    /** The token of a customer with some orders, whose list is an answer of some size. */
    static String customerWithOrders(ShopCalls shop, int orders) {
        String token = shop.newCustomer();
        for (int i = 0; i < orders; i++) {
            shop.orderOfABook(token);
        }
        return token;
    }

    @Override
    public void close() throws IOException {
        instances.forEach(ApplicationProcess::stop);
        gateway.stop();
        way.close();
        postgres.close();
    }

    private static String[] tracing() {
        return new String[] {"--management.tracing.export.enabled=false"};
    }

    private static String pem() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).generate();
            byte[] der = key.toRSAPrivateKey().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            return "-----BEGIN " + "PRIVATE KEY-----\n" + text + "\n-----END " + "PRIVATE KEY-----\n";
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
