package com.example.stack;

import com.example.testing.OtlpSink;
import java.net.URI;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** The real Alloy with the configuration of the stack; a sink of the test takes the place of Tempo. */
final class CollectorContainer extends GenericContainer<CollectorContainer> {

    static final String IMAGE = "grafana/alloy:v1.18.1";

    /** What the containers whose lines it collects carry as the name of their compose project. */
    static final String PROJECT = "collector-test";

    private static final String SOCKET = "/var/run/docker.sock";

    CollectorContainer(OtlpSink tempo, String sampling) {
        super(IMAGE);
        withCopyFileToContainer(MountableFile.forHostPath("alloy", 0755), "/etc/alloy/");
        withCommand(
                "run",
                "/etc/alloy/config.alloy",
                "--server.http.listen-addr=0.0.0.0:12345",
                "--storage.path=/var/lib/alloy/data",
                "--disable-reporting");
        withExtraHost("host.docker.internal", "host-gateway");
        withEnv("TEMPO_URL", "http://host.docker.internal:" + tempo.port());
        withEnv("TRACE_SAMPLING", sampling);
        withEnv("COMPOSE_PROJECT", PROJECT);
        withEnv("ENVIRONMENT", "test");
        withFileSystemBind(DockerClientFactory.instance().getRemoteDockerUnixSocketPath(), SOCKET);
        withExposedPorts(4317, 4318, 12345);
        withStartupAttempts(3);
        waitingFor(Wait.forHttp("/-/ready").forPort(12345));
    }

    URI address(int port) {
        return URI.create("http://%s:%d".formatted(getHost(), getMappedPort(port)));
    }

    /** The sum of a metric that the collector tells of itself, over all series whose labels hold the text. */
    double metric(String name, String labels) {
        Pattern series = Pattern.compile("(?m)^" + name + "\\{[^}]*" + Pattern.quote(labels) + "[^}]*} (\\S+)$");
        return series.matcher(Reply.get(address(12345), "/metrics").body())
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }
}
