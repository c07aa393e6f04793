package com.example.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file in which a run notes its processes, so that the next run finds what a killed one left behind. */
record ProcessList(Path file) {

    /** What started the run: Maven or an editor. It is never stopped from here. */
    static final String LAUNCHER = "launcher";

    /** The JVM that started the others. */
    static final String MAIN = "shop";

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    void add(String name, ProcessHandle process) {
        ProcessMark mark = ProcessMark.of(name, process);
        String line = "%s %d %d%n".formatted(name, mark.pid(), mark.started().toEpochMilli());
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The main process of the noted run, unless that run has lost its launcher or its main process. */
    Optional<ProcessHandle> running() {
        return find(LAUNCHER).flatMap(launcher -> find(MAIN));
    }

    /** Ends what is left of the noted run; its launcher is left alone. */
    void stopLeftovers() {
        Processes.stop(
                marks().stream()
                        .filter(mark -> !mark.name().equals(LAUNCHER))
                        .flatMap(mark -> mark.find(TOLERANCE).stream())
                        .toList(),
                PATIENCE);
    }

    private Optional<ProcessHandle> find(String name) {
        return marks().stream()
                .filter(mark -> mark.name().equals(name))
                .findFirst()
                .flatMap(mark -> mark.find(TOLERANCE));
    }

    private List<ProcessMark> marks() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(ProcessList::parse).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ProcessMark parse(String line) {
        String[] parts = line.split(" ");
        return new ProcessMark(parts[0], Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }
}
