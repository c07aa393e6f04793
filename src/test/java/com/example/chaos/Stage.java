package com.example.chaos;

import com.example.shop.testing.ShopCalls;
import com.example.testing.ApplicationProcess;
import com.example.testing.SharedKeys;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All the processes of a run, and the wires between them. */
final class Stage implements Closeable {

    private static final int CUSTOMERS = 40;

    private static final Duration FLICKER = Duration.ofMillis(300);

    private final String password = UUID.randomUUID().toString();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Postgres postgres;
    private final Gateway gateway;
    private final List<ShopInstance> shops;
    private final ApplicationProcess traffic;
    private final Clients clients;
    private final Shopping shopping;

    Stage(Path folder) throws IOException {
        Files.createDirectories(folder);
        postgres = Postgres.create(folder);
        List<Wire> wires = List.of(new Wire(), new Wire());
        gateway = new Gateway(folder, wires);
        List<String> keys = SharedKeys.create(folder);
        Map<String, String> secrets = Map.of("SHOP_DEMO_PASSWORD", password);
        shops = wires.stream()
                .map(wire -> new ShopInstance(postgres.port(), wire, secrets, keys))
                .toList();
        shops.forEach(ShopInstance::start);
        History.begin(postgres);
        List<ShopCalls> calls =
                shops.stream().map(shop -> new ShopCalls(shop.port())).toList();
        clients = new Clients(calls);
        List<String> customers =
                Stream.generate(calls.getFirst()::newCustomer).limit(CUSTOMERS).toList();
        String support = calls.getFirst().login("support@example.com", password);
        shopping = new Shopping(clients, customers, support, new BackDoor(postgres));
        traffic = startTraffic();
    }

    ShopInstance shop(int number) {
        return shops.get(number);
    }

    Postgres postgres() {
        return postgres;
    }

    Gateway gateway() {
        return gateway;
    }

    Clients clients() {
        return clients;
    }

    Shopping shopping() {
        return shopping;
    }

    /** Leaves things as they are for a while. */
    void hold(Duration time) {
        try {
            over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void breakGateway(String fault, String settings, Duration time) {
        gateway.breakWith(fault, settings);
        hold(time);
        gateway.heal();
    }

    /** Breaks every connection again and again, and at last does not let any through for a while. */
    void cut(Wire wire, Duration time) {
        for (long left = time.toMillis(); left > 0; left -= FLICKER.toMillis()) {
            wire.reset();
            hold(FLICKER);
        }
        wire.cut();
        hold(time.dividedBy(2));
        wire.mend();
    }

    /** Ends the traffic that is not ours, so that the books come to rest. */
    void endTraffic() {
        traffic.stop();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        traffic.kill();
        for (ShopInstance shop : shops) {
            shop.close();
        }
        gateway.close();
        postgres.close();
    }

    private ApplicationProcess startTraffic() {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=traffic",
                "--simulator.traffic.shop-url=http://localhost:"
                        + shops.getLast().port(),
                "--simulator.traffic.rate=1",
                "--simulator.traffic.customers=5"));
        return ApplicationProcess.start(
                "com.example.simulator.SimulatorApplication",
                Map.of("SIMULATOR_TRAFFIC_SUPPORTPASSWORD", password),
                settings.toArray(String[]::new));
    }
}
