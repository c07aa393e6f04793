package com.example;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.Compose.Mount;
import com.example.Compose.Service;
import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every service of the compose file; an exception stands here with its reason, or there is none. */
class ComposeTests {

    private static final long LARGEST_SUM = 4096;

    /** The simulator, which holds least, had 183 after half an hour: compiled code, classes, threads, compilers. */
    private static final long BESIDES_HEAP = 200;

    private static final Pattern HEAP_PERCENTAGE = Pattern.compile("ARG HEAP_PERCENTAGE=(\\d+)");

    /** Who is root, always without a capability. */
    private static final Map<String, String> ROOT = Map.of(
            "secrets", "a new volume belongs to root",
            "docker-socket-proxy", "the socket belongs to root, and its group has another number on each machine");

    private static final Map<String, Set<String>> PROFILES = Map.of(
            "",
                    Set.of(
                            "secrets",
                            "postgres",
                            "shop",
                            "payment-gateway",
                            "traffic",
                            "ops",
                            "prometheus",
                            "alertmanager",
                            "loki",
                            "tempo",
                            "docker-socket-proxy",
                            "container-events",
                            "alloy",
                            "grafana"),
            "infra", Set.of("node-exporter", "postgres-exporter", "blackbox-exporter", "pushgateway", "bench-results"),
            "profiling", Set.of("pyroscope"));

    private static final Set<String> TELEMETRY =
            Set.of("prometheus", "alertmanager", "loki", "tempo", "alloy", "grafana", "pyroscope");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    static List<Service> services() {
        return Compose.services();
    }

    @Test
    void everybodyIsThereInTheRightProfile() {
        Map<String, Set<String>> profiles = services().stream()
                .collect(Collectors.groupingBy(
                        service -> String.join(",", service.list("profiles")),
                        Collectors.mapping(Service::name, toSet())));
        assertThat(profiles).isEqualTo(PROFILES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void imagesAreVariables(Service service) {
        assertThat(service.text("image")).as("image of %s", service).matches("\\$\\{[A-Z_]+_IMAGE}");
        assertThat(Compose.variables()).containsKey(variable(service.text("image")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void health(Service service) {
        Map<String, Object> check = service.settings("healthcheck");
        assertThat(service.isOneShot() || service.isBuilt() || check.containsKey("test"))
                .as("%s has a healthcheck: here, or in the image that is built, or it ends by itself", service)
                .isTrue();
        assertThat(check).as("engines before 25 refuse it").doesNotContainKeys("start_interval", "disable");
    }

    @ParameterizedTest
    @MethodSource("services")
    void hardened(Service service) {
        assertThat(service.text("read_only")).as("read_only of %s", service).isEqualTo("true");
        assertThat(service.list("cap_drop")).as("cap_drop of %s", service).containsExactly("ALL");
        assertThat(service.list("security_opt"))
                .as("security_opt of %s", service)
                .containsExactly("no-new-privileges:true");
        assertThat(service.settings())
                .as("%s asks for more", service)
                .doesNotContainKeys("cap_add", "privileged", "devices", "pid", "ipc", "userns_mode");
        assertThat(service.text("network_mode"))
                .as("network_mode of %s", service)
                .isIn("", "none");
    }

    @ParameterizedTest
    @MethodSource("services")
    void nobodyIsRootWithoutAReason(Service service) {
        assertThat(service.text("user")).as("user of %s", service).isNotBlank();
        boolean root = service.text("user").matches("(0|root)(:.*)?");
        assertThat(root).as("%s is root", service).isEqualTo(ROOT.containsKey(service.name()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void filesOfTheMachineAreReadOnly(Service service) {
        assertThat(service.mounts().stream().filter(mount -> !mount.isVolume() && !mount.readOnly()))
                .as("mounted from the machine into %s without :ro", service)
                .isEmpty();
        assertThat(service.mounts().stream().filter(Mount::isVolume).map(Mount::source))
                .isSubsetOf(Compose.volumes().keySet());
    }

    @ParameterizedTest
    @MethodSource("services")
    void logsAreRotatedAndCollected(Service service) {
        Map<String, Object> logging = service.settings("logging");
        assertThat(logging).as("logging of %s", service).containsEntry("driver", "json-file");
        assertThat(logging.get("options"))
                .as("rotation of %s", service)
                .isEqualTo(Map.of("max-size", "10m", "max-file", "3"));
        assertThat(service.settings("labels").get("logs.format"))
                .as("how the collector reads %s", service)
                .isIn("json", "plain", "docker-events");
    }

    @ParameterizedTest
    @MethodSource("services")
    void portsAreOnLoopbackAndInDotEnv(Service service) {
        assertThat(service.list("ports"))
                .as("ports of %s", service)
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\$\\{[A-Z_]+_PORTS?}:\\d+"))
                .allMatch(port -> Compose.variables().containsKey(variable(port)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void startsAfterWhatItNeeds(Service service) {
        assertThat(service.settings().getOrDefault("depends_on", Map.of()))
                .as("depends_on of %s has conditions", service)
                .isInstanceOf(Map.class);
        Map<String, Object> needs = service.settings("depends_on");
        assertThat(needs.values())
                .as("depends_on of %s", service)
                .allMatch(need -> need instanceof Map<?, ?> map && map.containsKey("condition"));
        if (service.isBuilt()) {
            assertThat(needs.keySet()).as("%s waits for telemetry", service).doesNotContainAnyElementsOf(TELEMETRY);
        }
        if (service.reads("secrets") && !service.isOneShot()) {
            assertThat(needs).containsEntry("secrets", Map.of("condition", "service_completed_successfully"));
        }
    }

    @Test
    void theShopWaitsForItsDatabase() {
        assertThat(Compose.service("shop").settings("depends_on"))
                .containsEntry("postgres", Map.of("condition", "service_healthy"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void memoryIsLimited(Service service) {
        assertThat(service.memory()).as("mem_limit of %s in MiB", service).isPositive();
    }

    static Stream<Service> applications() {
        return services().stream().filter(Service::isBuilt);
    }

    /** Whoever has too little of it is killed once the heap is full, hours after the start. */
    @ParameterizedTest
    @MethodSource("applications")
    void whatIsNoHeapHasRoom(Service service) {
        long heap = service.memory() * heapPercentage(service) / 100;
        assertThat(service.memory() - heap)
                .as("MiB that %s has besides its heap", service)
                .isGreaterThanOrEqualTo(BESIDES_HEAP);
    }

    private static long heapPercentage(Service service) {
        Object own = ((Map<?, ?>) service.settings("build").get("args")).get("HEAP_PERCENTAGE");
        Matcher usual =
                HEAP_PERCENTAGE.matcher(SourceFile.read(Path.of("Dockerfile")).text());
        assertThat(usual.find()).as("ARG HEAP_PERCENTAGE in the Dockerfile").isTrue();
        return Long.parseLong(own == null ? usual.group(1) : own.toString());
    }

    @Test
    void memoryOfTheDefaultServicesIsWhatTheReadmeSays() {
        long sum = services().stream()
                .filter(service -> !service.has("profiles"))
                .mapToLong(Service::memory)
                .sum();
        assertThat(sum).as("MiB of all limits").isLessThanOrEqualTo(LARGEST_SUM);
        String said = "%,d MiB".formatted(sum).replace('.', ',');
        assertThat(SourceFile.read(Path.of("README.md")).text().contains(said))
                .as("the README says %s", said)
                .isTrue();
    }

    @Test
    void replicasOfTheShopFindPorts() {
        assertThat(Compose.service("shop").list("ports"))
                .hasSize(2)
                .allMatch(port -> Compose.variables().get(variable(port)).matches("\\d+-\\d+"));
        assertThat(Compose.service("shop").settings()).doesNotContainKeys("container_name", "hostname");
    }

    @Test
    void theEnvironmentFileHoldsTagsAndPortsAlone() {
        assertThat(Compose.variables()).hasSizeGreaterThan(20).allSatisfy((name, value) -> {
            assertThat(name).matches("[A-Z_]+_(IMAGE|PORTS?)");
            assertThat(value)
                    .as(name)
                    .matches(name.endsWith("_IMAGE") ? "[a-z0-9./-]+:(local|v?\\d[\\w.-]+)" : "\\d{4,5}(-\\d{4,5})?");
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void noSecretIsWrittenHere(Service service) {
        assertThat(service.settings("environment").entrySet().stream()
                        .filter(entry ->
                                entry.getKey().matches("(?i).*(passw|secret|token|_key|keyfile|credential).*")))
                .as("secrets of %s", service)
                .allMatch(entry -> String.valueOf(entry.getValue())
                        .matches("/run/secrets/[a-z-]+|\\$\\$\\{[a-z-]+}|true|http://[a-z]+:\\d+/[a-z/]+"));
    }

    @Test
    void eachSecretIsReadByItsGroup() {
        String script = SourceFile.read(Path.of("docker/make-secrets")).text();
        Set<String> groups = all("(?m)^secret \\S+ (\\d+) ", script);
        assertThat(groups).hasSize(6);
        assertThat(Compose.service("secrets").list("group_add")).containsExactlyInAnyOrderElementsOf(groups);
        assertThat(services().stream().filter(service -> !service.isOneShot()))
                .allMatch(service ->
                        service.reads("secrets") == !service.list("group_add").isEmpty())
                .allMatch(service -> groups.containsAll(service.list("group_add")));
        assertThat(services().stream()
                        .filter(service -> !service.isOneShot())
                        .flatMap(service -> service.mounts().stream())
                        .filter(mount -> mount.source().equals("secrets")))
                .allMatch(mount -> mount.readOnly() && mount.target().equals("/run/secrets"));
    }

    private static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }

    private static String variable(String text) {
        Matcher found = VARIABLE.matcher(text);
        assertThat(found.find()).as("a variable in %s", text).isTrue();
        return found.group(1);
    }
}
