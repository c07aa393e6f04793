package com.example.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What finds a process again and not another one that was given its id: the id with the time of its start. */
record ProcessMark(String name, long pid, Instant started) {

    static ProcessMark of(String name, ProcessHandle process) {
        return new ProcessMark(name, process.pid(), startOf(process).orElse(Instant.EPOCH));
    }

    /** The process, if it is alive and started within the tolerance of the time noted. */
    Optional<ProcessHandle> find(Duration tolerance) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process)
                        .filter(start -> Duration.between(start, started).abs().compareTo(tolerance) <= 0)
                        .isPresent());
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
