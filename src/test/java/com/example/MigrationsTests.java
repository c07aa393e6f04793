package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each application migrates with what belongs to it and to the platform, although all of it is on one class path. */
class MigrationsTests {

    private static final Set<String> PLATFORM = Set.of("audit", "security", "web");

    @Test
    void everyFolderIsOfThePlatformOrOfOneApplication() {
        assertThat(folders("shop.yml")).containsAll(PLATFORM);
        assertThat(folders("ops.yml")).containsAll(PLATFORM);
        assertThat(Stream.of("shop.yml", "ops.yml")
                        .flatMap(settings -> folders(settings).stream())
                        .filter(folder -> !PLATFORM.contains(folder)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(written());
    }

    @Test
    void noJarHoldsTheMigrationsOfAnother() {
        String pom = SourceFile.read(Path.of("pom.xml")).text();
        assertThat(all("<include>db/migration/(\\w+)/\\*\\*</include>", pom)).isEqualTo(folders("ops.yml"));
        Set<String> own = folders("ops.yml").stream()
                .filter(folder -> !PLATFORM.contains(folder))
                .collect(Collectors.toSet());
        assertThat(all("<exclude>db/migration/(\\w+)/\\*\\*</exclude>", pom)).isEqualTo(own);
    }

    private static Set<String> written() {
        return SourceFile.below("src/main/resources/db/migration").stream()
                .map(file -> file.path().getParent().getFileName().toString())
                .filter(folder -> !PLATFORM.contains(folder))
                .collect(Collectors.toSet());
    }

    private static Set<String> folders(String settings) {
        return all(
                "classpath:db/migration/?(\\w*)",
                SourceFile.read(Path.of("src/main/resources", settings)).text());
    }

    private static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }
}
