package com.example.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The processor time that a process has used, with that of its ended threads, as Linux counts it. */
final class ProcessorTime {

    /** The unit of {@code /proc}, the same on every architecture that a JDK runs on. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private ProcessorTime() {}

    public static Duration of(long process) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(process), "stat")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The name of the program is in brackets and may contain anything, so the fields are counted from its end. */
    static Duration parse(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return TICK.multipliedBy(Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]));
    }
}
