package com.example;

import com.example.testing.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stays when the sample is deleted, and the words that it must not know. */
final class Kept {

    static final List<String> MAIN = List.of("src/main/java/com/example/platform", "src/main/java/com/example/ops");

    static final List<String> TESTS = List.of(
            "src/test/java/com/example/platform", "src/test/java/com/example/ops", "src/test/java/com/example/testing");

    private static final List<String> TEXTS = List.of(
            "src/main/resources/application.yml",
            "src/main/resources/ops.yml",
            "src/main/resources/page",
            "src/main/resources/logback-spring.xml",
            "src/main/resources/META-INF",
            "src/main/resources/db/migration/audit",
            "src/main/resources/db/migration/security",
            "src/main/resources/db/migration/web",
            "src/main/resources/db/migration/incidents",
            "alloy",
            "loki",
            "tempo",
            "alertmanager",
            "grafana/provisioning",
            "grafana/dashboards/template",
            "prometheus/rules",
            "prometheus/tests");

    /** What is kept of these is named so; the rest belongs to the sample. */
    private static final List<String> RULES =
            List.of("prometheus/rules", "prometheus/tests", "loki/rules", "loki/tests");

    /** The sample's names and its domain's, as words of a text and as parts of an identifier. */
    private static final Pattern DOMAIN = Pattern.compile("\\b("
            + "shop|simulator|orders?|payments?|carts?|products?|catalog(ue)?s?|customers?|checkouts?|refund(s|ed)?"
            + ")\\b");

    /** Words of frameworks and of English that only look like the domain. */
    private static final Pattern INNOCENT = Pattern.compile("@(AutoConfigure)?Order\\b"
            + "|\\b(annotation\\.Order|AutoConfigureOrder);"
            + "|\\b(get|set)?[oO]rder\\(\\w*"
            + "|\\bint order\\b"
            + "|\\bfilter\\.order\\b"
            + "|\\b[A-Z_]+_ORDER\\b|\\bORDER_[A-Z_]+\\b"
            + "|\\b(ORDER BY|order by)\\b"
            + "|\\bgroup_eval_order\\b"
            + "|\\b[iI]n (the )?order\\b");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

    private Kept() {}

    static Stream<SourceFile> files() {
        Stream<SourceFile> files = Stream.concat(MAIN.stream(), TEXTS.stream())
                .flatMap(path -> SourceFile.below(path).stream())
                .filter(file -> RULES.stream().noneMatch(file.path()::startsWith)
                        || file.path().getFileName().toString().startsWith("template-"));
        return Stream.concat(files, runbooks());
    }

    /** Those of the alerts that are kept. */
    private static Stream<SourceFile> runbooks() {
        String rules = RULES.stream()
                .flatMap(folder -> SourceFile.below(folder).stream())
                .filter(file -> file.path().getFileName().toString().startsWith("template-"))
                .map(SourceFile::text)
                .collect(Collectors.joining());
        return SourceFile.below("docs/runbooks").stream()
                .filter(file -> rules.contains(
                        "alert: " + file.path().getFileName().toString().replace(".md", "\n")));
    }

    static boolean namesTheDomain(String line) {
        String words = CAMEL.matcher(INNOCENT.matcher(line).replaceAll(" ")).replaceAll(" ");
        return DOMAIN.matcher(words.toLowerCase(Locale.ROOT)).find();
    }
}
