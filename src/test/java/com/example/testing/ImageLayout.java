package com.example.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder with an application as its image holds it, made by the scripts that the Dockerfile calls. */
public record ImageLayout(Path folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    /** Extracts the jar of an application into the folder, over what is there. */
    public static ImageLayout extract(Path jar, Path folder) {
        run(
                Path.of("."),
                "java",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--application-filename",
                "app.jar",
                "--destination",
                folder.toString());
        for (String file : List.of("jvm.options", "healthcheck", "train", "choose-beans")) {
            try {
                Files.copy(Path.of("docker", file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ImageLayout(folder);
    }

    /** The jar to run, which finds its libraries beside it. */
    public Path jar() {
        return folder.resolve("app.jar").toAbsolutePath();
    }

    /** Has Spring choose the beans now, for these profiles. */
    public ImageLayout chooseBeans(String profiles) {
        run(folder, "bash", "choose-beans", "app.jar", "lib", profiles);
        return this;
    }

    /** Makes the AOT cache with these profiles. */
    public ImageLayout train(String profiles) {
        run(folder, "bash", "train", profiles);
        return this;
    }

    private static void run(Path folder, String... command) {
        List<String> there = new ArrayList<>(List.of("env", "-C", folder.toString()));
        there.addAll(List.of(command));
        ScriptRun run =
                ScriptRun.of(PATIENCE, Map.of("PATH", JAVA + File.pathSeparator + System.getenv("PATH")), there);
        if (run.exit() != 0) {
            throw new IllegalStateException(there + " ended with " + run.exit() + ": " + run.output());
        }
    }
}
