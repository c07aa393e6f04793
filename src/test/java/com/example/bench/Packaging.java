package com.example.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** How the shop's classes lie on the disk. */
enum Packaging {
    FAT_JAR("fat jar", "target", "shop-shop.jar", List.of()),
    EXTRACTED("extracted", Packaging.IMAGE, "app.jar", List.of()),
    /** As in the image: the JVM ends if it cannot use the cache, which knows its jars as the training run named them. */
    AOT_CACHE("extracted, AOT cache", Packaging.IMAGE, "app.jar", List.of("-XX:AOTMode=on", "-XX:AOTCache=app.aot"));

    private static final String IMAGE = "target/bench/image";

    private final String meaning;

    private final String folder;

    private final String jar;

    private final List<String> options;

    Packaging(String meaning, String folder, String jar, List<String> options) {
        this.meaning = meaning;
        this.folder = folder;
        this.jar = jar;
        this.options = options;
    }

    /** What stands before {@code java}, so that it runs in the folder of the jar. */
    List<String> before() {
        return List.of("env", "-C", folder);
    }

    String jar() {
        return jar;
    }

    List<String> options() {
        return options;
    }

    @Override
    public String toString() {
        return meaning;
    }

    /** Extracts the jar and trains the cache with the script of the image. */
    static void build() {
        Path java = Path.of(System.getProperty("java.home"), "bin");
        run(
                Path.of(""),
                java,
                java.resolve("java").toString(),
                "-Djarmode=tools",
                "-jar",
                Path.of(FAT_JAR.folder, FAT_JAR.jar).toString(),
                "extract",
                "--force",
                "--application-filename",
                "app.jar",
                "--destination",
                IMAGE);
        for (String file : List.of("jvm.options", "healthcheck", "train")) {
            try {
                Files.copy(Path.of("docker", file), Path.of(IMAGE, file), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        run(Path.of(IMAGE), java, "bash", "train");
    }

    private static void run(Path folder, Path java, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Bench.FOLDER.resolve("image.log").toFile());
            builder.environment().merge("PATH", java.toString(), (path, first) -> first + File.pathSeparator + path);
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(command[0] + " failed; see image.log in " + Bench.FOLDER);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
