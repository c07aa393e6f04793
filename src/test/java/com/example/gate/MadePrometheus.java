package com.example.gate;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** A real Prometheus whose past is made: it has the series as if it had scraped them. */
final class MadePrometheus {

    static final String IMAGE = "prom/prometheus:v3.14.0";

    private static final int PORT = 9090;

    private static final String START = """
            promtool tsdb create-blocks-from openmetrics /tmp/made.txt /tmp/data >/dev/null &&
            : >/tmp/none.yml &&
            exec prometheus --config.file=/tmp/none.yml --storage.tsdb.path=/tmp/data""";

    private final GenericContainer<?> container;

    private MadePrometheus(GenericContainer<?> container) {
        this.container = container;
    }

    static MadePrometheus of(MadeSeries series) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withCopyToContainer(Transferable.of(series.text()), "/tmp/made.txt")
                .withCreateContainerCmdModifier(MadePrometheus::madeFirst)
                .withExposedPorts(PORT)
                // the engine's choice of a port may be one that a connection of this machine has just taken
                .withStartupAttempts(3)
                .waitingFor(Wait.forHttp("/-/ready").forPort(PORT));
        container.start();
        return new MadePrometheus(container);
    }

    URI url() {
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT));
    }

    void stop() {
        container.stop();
    }

    private static void madeFirst(CreateContainerCmd command) {
        command.withEntrypoint("sh", "-c", START);
    }
}
