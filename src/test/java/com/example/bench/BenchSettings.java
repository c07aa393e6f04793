package com.example.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is measured and how long.
 *
 * @param agent the file of OpenTelemetry's agent
 * @param commit what is measured
 * @param starts of each variant, one after the other, where journeys are measured
 * @param rounds of each start
 * @param warmUp the most rounds before those, that nobody counts
 * @param share of the requests that a round usually has
 * @param recordings whether a flight recording of each variant is left, after its rounds
 * @param document whether the document is written anew from all results there are
 * @param publish the Pushgateway to which all results there are go, or nothing
 * @param isShort whether it only tells good from bad
 */
record BenchSettings(
        Path agent,
        String commit,
        List<Part> parts,
        List<Variant> variants,
        int starts,
        int rounds,
        int warmUp,
        double share,
        boolean recordings,
        boolean document,
        Optional<URI> publish,
        boolean isShort) {

    static BenchSettings parse(List<String> arguments) {
        Path agent = Path.of(arguments.get(0));
        String commit = arguments.get(1);
        List<String> rest = arguments.subList(2, arguments.size());
        if (rest.equals(List.of("--short"))) {
            return new BenchSettings(
                    agent,
                    commit,
                    List.of(Part.ORDER_READ),
                    List.of(Variant.A, Variant.B),
                    1,
                    9,
                    24,
                    0.4,
                    false,
                    false,
                    Optional.empty(),
                    true);
        }
        List<Part> parts = rest.isEmpty()
                ? List.of(Part.values())
                : rest.stream()
                        .filter(argument -> !argument.startsWith("--"))
                        .map(Part::named)
                        .toList();
        Options options = new Options(new ArrayList<>(rest));
        BenchSettings settings = new BenchSettings(
                agent,
                commit,
                parts,
                Arrays.stream(options.value("variants", "A,B,B10,C").split(","))
                        .map(Variant::valueOf)
                        .toList(),
                Integer.parseInt(options.value("starts", "3")),
                Integer.parseInt(options.value("rounds", "5")),
                Integer.parseInt(options.value("warm-up", "40")),
                Double.parseDouble(options.value("share", "1")),
                options.has("recordings"),
                options.has("document") || rest.isEmpty(),
                Optional.of(options.value("publish", ""))
                        .filter(url -> !url.isEmpty())
                        .map(URI::create),
                false);
        options.requireNoMore();
        return settings;
    }

    /** Those that nobody has taken yet, and names of parts. */
    private record Options(List<String> rest) {

        String value(String name, String otherwise) {
            String start = "--" + name + "=";
            String value = rest.stream()
                    .filter(it -> it.startsWith(start))
                    .findFirst()
                    .map(it -> it.substring(start.length()))
                    .orElse(otherwise);
            rest.removeIf(it -> it.startsWith(start));
            return value;
        }

        boolean has(String name) {
            return rest.removeIf(("--" + name)::equals);
        }

        void requireNoMore() {
            rest.stream().filter(it -> it.startsWith("--")).findFirst().ifPresent(it -> {
                throw new IllegalArgumentException("unknown: " + it);
            });
        }
    }
}
