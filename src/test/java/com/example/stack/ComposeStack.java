package com.example.stack;

import com.example.testing.DockerEngine;
import com.example.testing.SourceFile;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;

/** The stack of the compose file under a project name of its own, on ports that are free. */
final class ComposeStack {

    private static final Path FILE = Repository.here().root().resolve("docker-compose.yml");

    private static final Path SETTINGS = Repository.here().root().resolve(".env");

    /** Images built here and a first start of everything on a small machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private ComposeStack() {}

    /** Why it cannot run here, in words for one line. */
    static Optional<String> obstacle() {
        DockerEngine engine = DockerEngine.ofEnvironment();
        if (!engine.answers()) {
            return Optional.of("no Docker engine answers at " + engine);
        }
        return ComposeCommand.images(FILE).stream()
                .filter(image -> !engine.hasImage(image) && !ComposeCommand.pulls(image))
                .findFirst()
                .map("image %1$s is missing and cannot be pulled"::formatted);
    }

    static Stack start() {
        ComposeContainer compose = new ComposeContainer(
                        "stack", List.of(FILE.toAbsolutePath().toFile()))
                .withEnv(freePorts())
                // the exporters, whose series some queries look at
                .withEnv("COMPOSE_PROFILES", "infra")
                .withBuild(true)
                .withPull(false)
                .withStartupTimeout(PATIENCE);
        // before the start, of which half may be there when it fails
        Runtime.getRuntime().addShutdownHook(new Thread(compose::stop, "stop-stack"));
        compose.start();
        return new Stack(
                address(compose, "shop", 8080),
                address(compose, "payment-gateway", 8090),
                address(compose, "prometheus", 9090),
                address(compose, "loki", 3100),
                address(compose, "tempo", 3200),
                address(compose, "grafana", 3000),
                address(compose, "alertmanager", 9093),
                address(compose, "ops", 8070),
                project(compose));
    }

    /** Testcontainers adds letters of its own to the name. */
    private static String project(ComposeContainer compose) {
        return container(compose, "shop")
                .getContainerInfo()
                .getConfig()
                .getLabels()
                .getOrDefault("com.docker.compose.project", "");
    }

    /** A stack that somebody runs keeps its ports. */
    private static Map<String, String> freePorts() {
        return SourceFile.read(SETTINGS)
                .text()
                .lines()
                .map(line -> line.split("=", 2)[0])
                .filter(name -> name.matches("\\w+_PORTS?"))
                .collect(Collectors.toMap(name -> name, name -> "0"));
    }

    private static URI address(ComposeContainer compose, String service, int port) {
        // not getMappedPort, which knows only ports that a proxy of Testcontainers' own was started for
        InspectContainerResponse container = container(compose, service).getCurrentContainerInfo();
        Ports.Binding[] bound =
                container.getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
        if (bound == null) {
            throw new IllegalStateException("%s has no port %d on this machine, being %s"
                    .formatted(service, port, container.getState().getStatus()));
        }
        return URI.create("http://localhost:" + bound[0].getHostPortSpec());
    }

    private static ContainerState container(ComposeContainer compose, String service) {
        return compose.getContainerByServiceName(service)
                .orElseThrow(() -> new IllegalStateException("compose started no " + service));
    }
}
