package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.Compose.Service;
import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches Docker, what tells nobody outside, and how the images are made. */
class ContainerTests {

    private static final String SOCKET = "/var/run/docker.sock";

    private static final String DOCKERFILE =
            SourceFile.read(Path.of("Dockerfile")).text();

    @Test
    void nobodyButTheProxyReachesTheSocket() {
        assertThat(Compose.services().stream()
                        .filter(service -> service.mounts().stream()
                                .anyMatch(mount -> mount.source().contains("docker.sock")
                                        || mount.target().contains("docker.sock")))
                        .map(Service::name))
                .containsExactly("docker-socket-proxy");
        assertThat(Compose.service("docker-socket-proxy").mounts())
                .allMatch(mount -> mount.target().equals(SOCKET));
    }

    @Test
    void nobodyButTheTwoReadersReachesTheProxy() {
        assertThat(Compose.networks().get("docker-api")).isEqualTo(Map.of("internal", true));
        Set<String> members = Compose.services().stream()
                .filter(service -> service.list("networks").contains("docker-api"))
                .map(Service::name)
                .collect(Collectors.toSet());
        assertThat(members).containsExactlyInAnyOrder("docker-socket-proxy", "alloy", "container-events");
        assertThat(Compose.service("docker-socket-proxy").list("networks")).containsExactly("docker-api");
        assertThat(Compose.service("docker-socket-proxy").list("ports")).isEmpty();
        assertThat(Compose.service("docker-socket-proxy").list("command"))
                .contains("-allowfrom=alloy,container-events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_ping",
                "/v1.41/events",
                "/v1.44/containers/json",
                "/v1.44/networks",
                "/v1.44/containers/0a1b2c/json",
                "/containers/0a1b2c/logs"
            })
    void whatTheReadersNeedPasses(String path) {
        assertThat(allowed(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/info", "/v1.41/images/json", "/v1.41/containers/0a1b2c/archive", "/v1.41/containers/0a1b2c/export",
                "/v1.41/containers/0a1b2c/top", "/v1.41/secrets", "/v1.41/volumes", "/v1.41/exec/0a1b2c/json"
            })
    void nothingElseDoes(String path) {
        assertThat(allowed(path)).isFalse();
    }

    @Test
    void theProxyOnlyReads() {
        assertThat(Compose.service("docker-socket-proxy").list("command"))
                .filteredOn(option -> option.matches("-allow[A-Z]+=.*"))
                .extracting(option -> option.replaceAll("=.*", ""))
                .containsExactlyInAnyOrder("-allowGET", "-allowHEAD");
    }

    @Test
    void nothingIsToldToAnybodyOutside() {
        assertThat(Compose.service("alloy").list("command")).contains("--disable-reporting");
        assertThat(Compose.service("pyroscope").list("command")).contains("-usage-stats.enabled=false");
        assertThat(Compose.service("grafana").settings("environment"))
                .containsEntry("GF_ANALYTICS_REPORTING_ENABLED", "false")
                .containsEntry("GF_ANALYTICS_CHECK_FOR_UPDATES", "false")
                .containsEntry("GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false")
                .containsEntry("GF_NEWS_NEWS_FEED_ENABLED", "false")
                .containsEntry("GF_PLUGINS_PREINSTALL_DISABLED", "true");
    }

    @Test
    void whoLooksIsAViewer() {
        assertThat(Compose.service("grafana").settings("environment"))
                .containsEntry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
                .containsEntry("GF_USERS_VIEWERS_CAN_EDIT", "true");
    }

    @Test
    void imagesBuildWhereNoFrontendIsFetched() {
        assertThat(DOCKERFILE.lines().filter(line -> line.matches("(?i)#\\s*syntax\\s*=.*")))
                .isEmpty();
    }

    @Test
    void imagesAreBuiltOnWhatTheEnvironmentFileNames() {
        for (String name : List.of("JDK_IMAGE", "JRE_IMAGE")) {
            assertThat(DOCKERFILE)
                    .contains("ARG " + name + "=" + Compose.variables().get(name) + "\n");
        }
    }

    @Test
    void imagesRunAsNobodyAndKnowTheirHealth() {
        assertThat(DOCKERFILE).containsPattern("(?m)^USER [1-9]\\d*:[1-9]\\d*$").containsPattern("(?m)^HEALTHCHECK ");
        assertThat(DOCKERFILE.lines().filter(line -> line.startsWith("USER "))).hasSize(1);
    }

    private static boolean allowed(String path) {
        return Compose.service("docker-socket-proxy").list("command").stream()
                .filter(option -> option.startsWith("-allowGET="))
                .anyMatch(option -> Pattern.matches(option.substring("-allowGET=".length()), path));
    }
}
