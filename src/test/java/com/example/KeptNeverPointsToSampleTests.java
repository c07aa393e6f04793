package com.example;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.SourceFile;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever deletes the sample keeps something that builds and in which nothing speaks of what is gone. */
class KeptNeverPointsToSampleTests {

    @Test
    void whatIsKeptNeverNamesTheDomain() {
        assertThat(Kept.files()).hasSizeGreaterThan(10);
        assertThat(Kept.files().flatMap(SourceFile::lines).filter(line -> Kept.namesTheDomain(line.text())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an order is placed",
                "OrderPlaced",
                "String orderId",
                "\"order_id\"",
                "/api/payments/{id}",
                "productCatalog",
                "com.example.shop"
            })
    void namesOfTheDomainAreSeen(String line) {
        assertThat(Kept.namesTheDomain(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Order(Ordered.HIGHEST_PRECEDENCE)",
                "in order to",
                "registration.setOrder(1)",
                "select 1 order by id",
                "production",
                "a custom tag",
                "workshop"
            })
    void otherWordsAreNot(String line) {
        assertThat(Kept.namesTheDomain(line)).isFalse();
    }

    @Test
    void whatIsKeptCompilesWithoutTheSample(@TempDir Path main, @TempDir Path tests) {
        assertThat(compile(Kept.MAIN, main, "")).isEmpty();
        assertThat(compile(Kept.TESTS, tests, main + File.pathSeparator)).isEmpty();
    }

    /** What the compiler complains about. */
    private static String compile(List<String> roots, Path output, String before) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        List<Path> sources = sources(roots);
        assertThat(sources).isNotEmpty();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-d", output.toString(), "-classpath", before + libraries());
        boolean compiled = compiler.getTask(
                        complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        return compiled ? "" : complaints.toString();
    }

    private static List<Path> sources(List<String> roots) {
        return roots.stream()
                .flatMap(root -> SourceFile.below(root).stream())
                .filter(file -> file.isNamed(".java"))
                .map(SourceFile::path)
                .toList();
    }

    /** The class path of the tests without the classes of this project. */
    private static String libraries() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        Stream<String> jars = Arrays.stream(entries).filter(entry -> entry.endsWith(".jar"));
        return jars.collect(joining(File.pathSeparator));
    }
}
