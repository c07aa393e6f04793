package com.example.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.ApplicationProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances behind HAProxy, restarted one after the other while people shop: nobody notices. */
@Tag("load")
class RollingRestartIntegrationTests {

    private static final int SHOPPERS = 8;

    /** Each instance so often. */
    private static final int ROUNDS = Integer.getInteger("load.restarts", 2);

    /** Longer than the checks of the configuration take to notice. */
    private static final String DRAIN = "--platform.web.drain=3s";

    @TempDir
    private Path folder;

    @Test
    void noRequestFails() throws Exception {
        String program = Programs.required("haproxy", "haproxy");
        try (ShopUnderLoad world = ShopUnderLoad.prepare(folder)) {
            Map<String, ApplicationProcess> instances = new TreeMap<>();
            instances.put("first", world.instance(DRAIN));
            instances.put("second", world.instance(DRAIN));
            try (Haproxy proxy = Haproxy.start(
                    program,
                    instances.get("first").port(),
                    instances.get("second").port())) {
                instances.keySet().forEach(proxy::awaitUp);
                shopWhile(proxy, () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        instances.replaceAll((name, instance) -> restarted(world, proxy, name, instance));
                    }
                });
            }
        }
    }

    private static void shopWhile(Haproxy proxy, Runnable restarts) {
        List<OrdinaryClient> shoppers = new ArrayList<>();
        try {
            for (int i = 0; i < SHOPPERS; i++) {
                shoppers.add(OrdinaryClient.begin(proxy.url()));
            }
            await().until(() -> shoppers.stream().allMatch(shopper -> shopper.calls() > 20));
            restarts.run();
        } finally {
            shoppers.forEach(OrdinaryClient::close);
        }
        List<String> failures = shoppers.stream()
                .flatMap(shopper -> shopper.failures().stream())
                .toList();
        Map<String, Object> figures = new TreeMap<>();
        figures.put("restarts", 2 * ROUNDS);
        figures.put(
                "requests", shoppers.stream().mapToInt(OrdinaryClient::calls).sum());
        figures.put("failures", failures);
        figures.put("sent_again_by_the_proxy", proxy.retries());
        figures.put("p99_ms", shoppers.getFirst().percentile(99).toMillis());
        LoadFigures.keep("rolling-restart", figures);
        assertThat(failures).isEmpty();
        assertThat(proxy.retries()).as("what a retry hides is a failure too").isZero();
    }

    private static ApplicationProcess restarted(
            ShopUnderLoad world, Haproxy proxy, String name, ApplicationProcess instance) {
        instance.stop();
        assertThat(instance.hasEndedByItself()).as(name + " ended in time").isTrue();
        ApplicationProcess next = world.instance(instance.port(), instance.managementPort(), DRAIN);
        proxy.awaitUp(name);
        return next;
    }
}
