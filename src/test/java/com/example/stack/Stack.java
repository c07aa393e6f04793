package com.example.stack;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Where the parts of a running stack answer.
 *
 * @param compose the name of its compose project, or an empty text when compose knows it by its own settings
 */
record Stack(
        URI shop,
        URI gateway,
        URI prometheus,
        URI loki,
        URI tempo,
        URI grafana,
        URI alertmanager,
        URI ops,
        String compose) {

    private static @Nullable Stack live;

    private static @Nullable String obstacle;

    private static @Nullable RuntimeException failure;

    /**
     * The one of this test run: the one that {@code -Dstack.prometheus=} and the like point at, or else one that is
     * brought up by compose and taken down at the end of this JVM.
     */
    static synchronized Stack live() {
        if (live == null) {
            live = System.getProperty("stack.prometheus") == null ? composed() : given();
        }
        return live;
    }

    Backends backends() {
        return new Backends(new Prometheus(prometheus), new Loki(loki), new Tempo(tempo));
    }

    People people() {
        return new People(shop, gateway);
    }

    /** What the verbs in {@code scripts/} are told by the environment. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SCENARIO_SHOP", shop.toString(),
                "SCENARIO_GATEWAY", gateway.toString(),
                "SCENARIO_PROMETHEUS", prometheus.toString(),
                "SCENARIO_ALERTMANAGER", alertmanager.toString(),
                "SCENARIO_OPS", ops.toString(),
                "SCENARIO_TEMPO", tempo.toString()));
        if (!compose.isEmpty()) {
            environment.put("COMPOSE_PROJECT_NAME", compose);
        }
        return environment;
    }

    /** A stack whose addresses are given is one without Loki when that has none. */
    static boolean hasLoki() {
        return System.getProperty("stack.prometheus") == null || System.getProperty("stack.loki") != null;
    }

    /** What is not given is where the compose file puts it. */
    private static Stack given() {
        return new Stack(
                given("shop", "http://localhost:8080"),
                given("gateway", "http://localhost:8090"),
                given("prometheus", ""),
                given("loki", "http://localhost:3100"),
                given("tempo", "http://localhost:3200"),
                given("grafana", "http://localhost:3000"),
                given("alertmanager", "http://localhost:9093"),
                given("ops", "http://localhost:8070"),
                System.getProperty("stack.compose", ""));
    }

    private static URI given(String part, String otherwise) {
        return URI.create(System.getProperty("stack." + part, otherwise));
    }

    private static Stack composed() {
        if (obstacle == null) {
            obstacle = ComposeStack.obstacle()
                    .map("The tests of the stack do not run: %s"::formatted)
                    .orElse("");
            // once for all of them
            System.out.print(obstacle.isEmpty() ? "" : "Skipped: " + obstacle + System.lineSeparator());
        }
        if (obstacle.isEmpty()) {
            return started();
        }
        if (Boolean.parseBoolean(System.getenv("SHOP_REQUIRE_DOCKER"))) {
            throw new IllegalStateException(obstacle);
        }
        throw new TestAbortedException(obstacle);
    }

    /** Tried once: what did not come up is not brought up again, beside what is left of it, for each class of tests. */
    private static Stack started() {
        if (failure != null) {
            throw new IllegalStateException("the stack did not come up for the tests before these either", failure);
        }
        try {
            return ComposeStack.start();
        } catch (RuntimeException broken) {
            failure = broken;
            throw broken;
        }
    }
}
