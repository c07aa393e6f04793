package com.example.platform.aot;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * What Spring's decisions about beans were taken from.
 *
 * @param answers by the name of a setting what it was, or nothing where there was none; and some that are no setting
 */
record Decisions(SortedMap<String, Optional<String>> answers) {

    /** Where they are kept in the jar of an application. */
    static final String PLACE = "META-INF/aot-decisions.properties";

    /** What Spring looks up elsewhere than among settings, or of which it does not ask the value. */
    private static final Map<String, Function<Environment, String>> OTHERS = Map.of(
            "active profiles", Decisions::profiles,
            "cloud platform", environment -> String.valueOf(CloudPlatform.getActive(environment)),
            "kind of management port",
                    environment -> ManagementPortType.get(environment).name());

    /** The kind of the port stands for these, and a process has an id of its own. */
    private static final Set<String> LEFT_OUT =
            Set.of("server.port", "management.server.port", "spring.application.pid");

    /** Of these it asks only whether they are there: what an image is told where it runs. */
    private static final Set<String> PRESENCE =
            Set.of("spring.datasource.url", "management.opentelemetry.tracing.export.otlp.endpoint");

    private static final String NOTHING = "-";

    private static final String VALUE = "=";

    static Decisions from(Environment environment, Collection<String> settings) {
        SortedMap<String, Optional<String>> answers = new TreeMap<>();
        Stream.concat(settings.stream(), OTHERS.keySet().stream())
                .filter(name -> !LEFT_OUT.contains(name))
                .forEach(name -> answers.put(name, answer(name, environment)));
        return new Decisions(answers);
    }

    /** None is the same as the profile for none. */
    private static String profiles(Environment environment) {
        String[] active = environment.getActiveProfiles();
        return String.join(",", new TreeSet<>(List.of(active.length > 0 ? active : environment.getDefaultProfiles())));
    }

    private static Optional<String> answer(String name, Environment environment) {
        Function<Environment, String> other = OTHERS.get(name);
        if (other != null) {
            return Optional.of(other.apply(environment));
        }
        Optional<String> value = Optional.ofNullable(environment.getProperty(name));
        return PRESENCE.contains(name) ? value.map(any -> "") : value;
    }

    /** The names of what is another there, never a value, which may be secret. */
    List<String> notHoldingIn(Environment environment) {
        Set<ConfigurationPropertyName> set = namesIn(environment);
        return answers.entrySet().stream()
                .filter(it -> it.getValue().isPresent() || set.contains(ConfigurationPropertyName.of(it.getKey())))
                .filter(it -> !it.getValue().equals(answer(it.getKey(), environment)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Most settings have no value, and to look each of them up in all sources would take a fiftieth of a start. */
    private static Set<ConfigurationPropertyName> namesIn(Environment environment) {
        Set<ConfigurationPropertyName> names = new HashSet<>();
        ConfigurationPropertySources.get(environment).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource all) {
                all.forEach(names::add);
            }
        });
        return names;
    }

    /** For {@link #parse}, and the same for the same decisions. */
    String text() {
        Properties lines = new Properties();
        answers.forEach((name, answer) ->
                lines.setProperty(name, answer.map(VALUE::concat).orElse(NOTHING)));
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // the one comment is the time
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static Decisions parse(InputStream text) throws IOException {
        Properties lines = new Properties();
        lines.load(text);
        SortedMap<String, Optional<String>> answers = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> {
            String line = lines.getProperty(name);
            answers.put(name, line.startsWith(VALUE) ? Optional.of(line.substring(1)) : Optional.empty());
        });
        return new Decisions(answers);
    }
}
