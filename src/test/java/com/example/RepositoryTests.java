package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.Skip;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What is in the repository, and what must never be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepositoryTests {

    /** The same each time: of random values one in some hundred looks like a name. */
    private static final Random RANDOM = new Random(20261123);

    @Test
    void noFileHoldsASecret() throws Exception {
        List<Path> files = tracked();
        assertThat(files).hasSizeGreaterThan(100);
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            KeyMaterial.in(text(file)).forEach(secret -> found.add(file + ": " + secret));
        }
        assertThat(found)
                .as("looks like a secret; one that a test needs is made when it runs")
                .isEmpty();
    }

    static Stream<String> secrets() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        byte[] key = rsa.generateKeyPair().getPrivate().getEncoded();
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"RS256\"}".getBytes());
        return Stream.of(
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key),
                "key: " + Base64.getEncoder().encodeToString(key),
                "pseudonym-key=" + Base64.getEncoder().encodeToString(random(32)),
                "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)) + "\"",
                "secret: " + HexFormat.of().formatHex(random(32)),
                "Authorization: Bearer " + name + "." + name + "." + name,
                "url: jdbc:postgresql://someone:" + HexFormat.of().formatHex(random(5)) + "@db/x",
                "token = ghp" + "_" + HexFormat.of().formatHex(random(18)));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void aSecretIsFound(String line) {
        assertThat(KeyMaterial.in("some: text\n" + line + "\nmore: text\n")).isNotEmpty();
    }

    @Test
    void nearlyAllRandomValuesAreFound() {
        long found = IntStream.range(0, 1_000)
                .mapToObj(i -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(24)))
                .filter(value -> !KeyMaterial.in(value).isEmpty())
                .count();
        assertThat(found).isGreaterThan(980);
    }

    @Test
    void ordinaryTextIsNoSecret() {
        assertThat(KeyMaterial.in(
                        "OAuth2ResourceServerWebSecurityAutoConfiguration 8070/runbooks/ErrorBudgetNearlySpent "
                                + "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 not-a-secret "
                                + "jdbc:postgresql://localhost:5432/db https://example.com:8443/a@b"))
                .isEmpty();
    }

    @Test
    void everythingThatAgesIsUpdatedInGroupsAndNotOnItsFirstDay() throws Exception {
        Map<String, Object> policy = new Yaml().load(Files.readString(Path.of(".github/dependabot.yml")));
        List<Map<String, Object>> updates = list(policy.get("updates"));
        assertThat(updates)
                .extracting(update -> update.get("package-ecosystem"))
                .contains("maven", "docker", "github-actions");
        assertThat(updates).allSatisfy(update -> {
            assertThat(update).containsKeys("directory", "schedule", "groups");
            assertThat(((Map<?, ?>) update.get("cooldown")).get("default-days"))
                    .isInstanceOfSatisfying(
                            Integer.class, days -> assertThat(days).isGreaterThanOrEqualTo(5));
        });
        boolean npm = Files.exists(Path.of("package.json"));
        assertThat(updates.stream().anyMatch(update -> "npm".equals(update.get("package-ecosystem"))))
                .as("npm is updated if it is used")
                .isEqualTo(npm);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private static List<Path> tracked() throws Exception {
        Skip.unless(
                Files.exists(Path.of(".git")), "RepositoryTests, as which files are tracked is known in a clone only");
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        return Stream.of(names.split("\0"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Empty for what is no text. */
    private static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException binary) {
            return "";
        }
    }
}
