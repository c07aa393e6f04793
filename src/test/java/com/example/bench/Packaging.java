package com.example.bench;

import com.example.testing.ImageLayout;
import java.nio.file.Path;
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

    /** Lays the jar out as the image does. */
    static void build() {
        ImageLayout.extract(Path.of(FAT_JAR.folder, FAT_JAR.jar), Path.of(IMAGE))
                .chooseBeans("demo")
                .train("demo");
    }
}
