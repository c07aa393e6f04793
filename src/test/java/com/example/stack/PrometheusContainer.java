package com.example.stack;

import com.example.testing.SourceFile;
import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** Prometheus in its image, which sees processes of this machine. */
final class PrometheusContainer {

    private static final int PORT = 9090;

    /** So that what boards show of alerts is there. */
    private static final String ALWAYS_FIRING = """
            groups:
              - name: always
                rules:
                  - {alert: AlwaysFiring, expr: vector(1), labels: {severity: warning}}
            """;

    private final GenericContainer<?> container;

    private PrometheusContainer(GenericContainer<?> container) {
        this.container = container;
    }

    static PrometheusContainer start(String image, String settings, Repository repository) {
        GenericContainer<?> container = new GenericContainer<>(image)
                .withCommand(
                        "--config.file=/etc/prometheus/prometheus.yml",
                        "--storage.tsdb.path=/prometheus",
                        "--enable-feature=exemplar-storage")
                .withCopyToContainer(Transferable.of(settings), "/etc/prometheus/prometheus.yml")
                .withCopyToContainer(Transferable.of(ALWAYS_FIRING), "/etc/prometheus/rules/always.yml")
                .withExtraHost(ScrapeSettings.HOST, "host-gateway")
                .withExposedPorts(PORT)
                // the engine's choice of a port may be one that a connection of this machine has just taken
                .withStartupAttempts(3)
                .waitingFor(Wait.forHttp("/-/ready").forPort(PORT));
        repository
                .files("prometheus/rules", ".yml")
                .forEach(file -> container.withCopyToContainer(
                        Transferable.of(hurried(file)),
                        "/etc/prometheus/rules/" + file.path().getFileName()));
        container.start();
        return new PrometheusContainer(container);
    }

    private static String hurried(SourceFile rules) {
        return rules.text().replaceAll("(?m)^( +interval:) \\d+s$", "$1 " + ScrapeSettings.HURRY);
    }

    Prometheus prometheus() {
        return new Prometheus(URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT)));
    }

    void stop() {
        container.stop();
    }
}
