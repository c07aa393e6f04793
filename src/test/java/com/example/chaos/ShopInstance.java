package com.example.chaos;

import com.example.testing.ApplicationProcess;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One replica of the shop, and the wires that lead to it and from it to its database and its gateway. */
final class ShopInstance implements Closeable {

    private static final String MAIN = "com.example.shop.ShopApplication";

    private final Wire clients = new Wire();
    private final Wire database;
    private final Wire gateway;
    private final Map<String, String> environment;
    private final List<String> settings;
    private volatile ApplicationProcess process;

    ShopInstance(int databasePort, Wire gateway, Map<String, String> environment, List<String> settings) {
        this.database = new Wire().leadingTo(databasePort);
        this.gateway = gateway;
        this.environment = environment;
        this.settings = settings;
    }

    /** Where its customers find it, whatever port its process has. */
    int port() {
        return clients.port();
    }

    Wire clients() {
        return clients;
    }

    Wire database() {
        return database;
    }

    Wire gateway() {
        return gateway;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void start() {
        List<String> arguments = new ArrayList<>(settings);
        Collections.addAll(
                arguments,
                "--spring.profiles.active=demo",
                "--shop.payments.gateway.url=http://localhost:" + gateway.port(),
                // orders lapse while some are still being paid
                "--shop.orders.payment-due=15s",
                "--shop.orders.expiry.interval=1s",
                // what two processors and twenty connections can serve
                "--platform.web.max-concurrent-requests=48",
                "--management.tracing.sampling.probability=0.1");
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("SHOP_DATABASE_URL", "jdbc:postgresql://localhost:%d/postgres".formatted(database.port()));
        variables.put("SHOP_DATABASE_USER", "postgres");
        process = ApplicationProcess.start(MAIN, variables, arguments.toArray(String[]::new));
        clients.leadingTo(process.port());
    }

    void kill() {
        process.kill();
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.kill();
        }
        clients.close();
        database.close();
        gateway.close();
    }
}
