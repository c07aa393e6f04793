package com.example.shop.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a scrape in the text format: a name with labels. */
public record Series(String name, Map<String, String> labels) {

    private static final Set<String> COMMON = Set.of("service", "environment", "version", "instance");

    /** Made by the kind of meter, not by its owner. */
    private static final Set<String> STRUCTURAL = Set.of("le", "quantile");

    private static final Pattern LINE = Pattern.compile("([a-z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? [^ ]+");

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public static List<Series> of(String scrape) {
        List<Series> all = new ArrayList<>();
        scrape.lines().filter(line -> !line.startsWith("#")).forEach(line -> all.add(parse(line)));
        return all;
    }

    public boolean hasCommonLabels() {
        return labels.keySet().containsAll(COMMON)
                && COMMON.stream().noneMatch(label -> labels.get(label).isBlank());
    }

    public Set<String> ownLabels() {
        Map<String, String> own = new TreeMap<>(labels);
        own.keySet().removeAll(COMMON);
        own.keySet().removeAll(STRUCTURAL);
        return own.keySet();
    }

    public boolean isOf(String family) {
        return name.equals(family)
                || Arrays.asList("_count", "_sum", "_bucket", "_max").stream()
                        .anyMatch(suffix -> name.equals(family + suffix));
    }

    private static Series parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of a scrape: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        if (matcher.group(2) != null) {
            Matcher label = LABEL.matcher(matcher.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return new Series(matcher.group(1), labels);
    }
}
