package com.example.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** Where one run keeps what it makes; nothing of it outlives the start of the next run. */
record DemoFolder(Path path) {

    static DemoFolder of(Path path) {
        return new DemoFolder(path.toAbsolutePath());
    }

    /** As a person in the project's folder would write it. */
    Path relative() {
        return Path.of("").toAbsolutePath().relativize(path);
    }

    ProcessList processes() {
        return new ProcessList(path.resolve("processes"));
    }

    Path database() {
        return path.resolve("pg");
    }

    Path password() {
        return path.resolve("password");
    }

    /** The JSON log lines of a service. */
    Path log(String service) {
        return path.resolve(service + ".json");
    }

    /** What a JVM itself has to say, outside the log. */
    Path errors(String service) {
        return path.resolve(service + ".err");
    }

    /** Stops what a killed run left behind and empties the folder; refuses while that run is alive. */
    void takeOver() throws IOException {
        Optional<ProcessHandle> other = processes().running();
        if (other.isPresent()) {
            throw new DemoFailure(
                    "The demo already runs, as process " + other.get().pid() + ". Stop it before you start another.");
        }
        processes().stopLeftovers();
        new Postmaster(database()).stop();
        FileSystemUtils.deleteRecursively(path);
        Files.createDirectories(path);
    }
}
