package com.example;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.SourceFile;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house style as far as texts show it, and what holds for the tests themselves. */
class SourceRulesTests {

    private static final int LONGEST_CLASS = 250;

    private static final int MEDIAN_CLASS = 80;

    private static final Pattern EVERY_ENDPOINT =
            Pattern.compile("exposure[.:]\\s*include\\s*[:=]\\s*[\"'\\[]*\\*", Pattern.CASE_INSENSITIVE);

    private static final String SECRET =
            "\\w*(?i:secret|password|passwd|passphrase|digest|hmac|signature|credential|apikey)\\w*";

    /** A comparison that ends at the first difference, of something that is called like a secret. */
    private static final Pattern TELLING_COMPARISON =
            Pattern.compile("\\b%1$s(\\(\\))?\\s*\\.\\s*(equals|equalsIgnoreCase|contentEquals|compareTo|startsWith)\\("
                            .formatted(SECRET)
                    + "|\\.(equals|equalsIgnoreCase|contentEquals|compareTo)\\(\\s*(\\w+\\.)*%1$s(\\(\\))?\\s*\\)"
                            .formatted(SECRET)
                    + "|(Arrays|Objects)\\.equals\\([^;]*\\b%1$s[^;]*\\)".formatted(SECRET));

    private static final List<SourceFile> MAIN = java("src/main/java");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("com.example");

    @Test
    void classesAreShort() {
        assertThat(MAIN.stream().filter(file -> lines(file) > LONGEST_CLASS))
                .as("more than %d lines", LONGEST_CLASS)
                .isEmpty();
    }

    @Test
    void mostClassesAreVeryShort() {
        List<Integer> lengths = MAIN.stream()
                .filter(file -> !file.isNamed("package-info.java"))
                .map(SourceRulesTests::lines)
                .sorted()
                .toList();
        assertThat(lengths).isNotEmpty();
        assertThat(lengths.get(lengths.size() / 2)).as("median of lines").isLessThanOrEqualTo(MEDIAN_CLASS);
    }

    @Test
    void logMessagesAreConstants() {
        List<LogCalls.Call> calls =
                MAIN.stream().flatMap(file -> new LogCalls(file).all()).toList();
        assertThat(calls).isNotEmpty();
        assertThat(calls.stream().filter(call -> !call.hasConstantMessage()))
                .as("a message is a constant and the facts are fields: addKeyValue(…)")
                .isEmpty();
    }

    @Test
    void secretsAreComparedInConstantTime() {
        assertThat(MAIN.stream()
                        .filter(file -> TELLING_COMPARISON
                                .matcher(withoutLineBreaks(file))
                                .find()))
                .as("how long equals takes tells how much was right: MessageDigest.isEqual, or SharedSecret")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return secret.equals(header);",
                "return header.equals(this.secret);",
                "if (text.equals(settings.password())) {",
                "Arrays.equals(expectedDigest, digest(text))",
                "Objects.equals(header, sharedSecret)",
                "apiKey .equalsIgnoreCase(given)"
            })
    void aComparisonThatTellsIsFound(String line) {
        assertThat(TELLING_COMPARISON.matcher(line).find()).isTrue();
    }

    @Test
    void endpointsAreListedOneByOne() {
        List<SourceFile> settings = Stream.of("src/main/resources", "src/test/resources", "docker-compose.yml")
                .flatMap(path -> SourceFile.below(path).stream())
                .filter(file -> file.isNamed(".yml") || file.isNamed(".properties"))
                .toList();
        assertThat(settings).isNotEmpty();
        assertThat(settings.stream()
                        .filter(file ->
                                EVERY_ENDPOINT.matcher(withoutLineBreaks(file)).find()))
                .as("an endpoint that nobody thought of is open to everyone")
                .isEmpty();
    }

    @Test
    void testsWaitForSomethingAndNotForSomeTime() {
        check(noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "sleeps",
                        target -> target.getName().equals("sleep")
                                && (target.getOwner().isEquivalentTo(Thread.class)
                                        || target.getOwner().isEquivalentTo(TimeUnit.class)))))
                .because("a sleep is too long on one machine and too short on the next: use Awaitility"));
    }

    @Test
    void assertionsAreAssertJ() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.junit\\.jupiter\\.api\\.Assertions|org\\.hamcrest\\..*|junit\\.framework\\..*")
                .because("one way of asserting reads and fails the same everywhere"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(TESTS);
    }

    private static int lines(SourceFile file) {
        return (int) file.text().lines().count();
    }

    private static String withoutLineBreaks(SourceFile file) {
        return file.text().replaceAll("\\s+", " ");
    }

    private static List<SourceFile> java(String root) {
        return SourceFile.below(root).stream()
                .filter(file -> file.isNamed(".java"))
                .toList();
    }
}
