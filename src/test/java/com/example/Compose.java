package com.example;

import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file as it is written, with the variables of {@code .env} beside it. */
final class Compose {

    private static final Map<String, Object> FILE = map(new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(SourceFile.read(Path.of("docker-compose.yml")).text()));

    private Compose() {}

    static List<Service> services() {
        return map(FILE.get("services")).entrySet().stream()
                .map(entry -> new Service(entry.getKey(), map(entry.getValue())))
                .toList();
    }

    static Service service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no service " + name));
    }

    static Map<String, Object> networks() {
        return map(FILE.get("networks"));
    }

    static Map<String, Object> volumes() {
        return map(FILE.get("volumes"));
    }

    static Map<String, String> variables() {
        return SourceFile.read(Path.of(".env"))
                .text()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, two) -> two, TreeMap::new));
    }

    private static Map<String, Object> map(Object yaml) {
        if (yaml == null) {
            return Map.of();
        }
        Map<String, Object> copy = new TreeMap<>();
        ((Map<?, ?>) yaml).forEach((key, value) -> copy.put(String.valueOf(key), value == null ? "" : value));
        return copy;
    }

    /** One service, all its merges done. */
    record Service(String name, Map<String, Object> settings) {

        String text(String key) {
            return String.valueOf(settings.getOrDefault(key, ""));
        }

        boolean has(String key) {
            return settings.containsKey(key);
        }

        /** A list as it is written, a single value as a list of one. */
        List<String> list(String key) {
            Object value = settings.getOrDefault(key, List.of());
            Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.of(value);
            return values.map(String::valueOf).toList();
        }

        Map<String, Object> settings(String key) {
            return map(settings.get(key));
        }

        boolean isOneShot() {
            return text("restart").equals("no");
        }

        boolean isBuilt() {
            return has("build");
        }

        long memory() {
            String limit = text("mem_limit");
            return limit.matches("\\d+m") ? Long.parseLong(limit.substring(0, limit.length() - 1)) : 0;
        }

        List<Mount> mounts() {
            return ((List<?>) settings.getOrDefault("volumes", List.of()))
                    .stream().map(Mount::of).toList();
        }

        boolean reads(String source) {
            return mounts().stream().anyMatch(mount -> mount.source().equals(source));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** What a service sees of the machine or of a volume. */
    record Mount(String source, String target, boolean readOnly) {

        static Mount of(Object written) {
            if (written instanceof Map<?, ?> map) {
                Object readOnly = map.get("read_only");
                return new Mount(
                        String.valueOf(map.get("source")),
                        String.valueOf(map.get("target")),
                        Boolean.TRUE.equals(readOnly));
            }
            // a colon also stands within a variable's default
            String[] parts = String.valueOf(written).split(":(?!-)");
            return new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
        }

        boolean isVolume() {
            return source.matches("[a-z0-9-]+");
        }
    }
}
