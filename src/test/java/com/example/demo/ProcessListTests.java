package com.example.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessListTests {

    @TempDir
    private Path temporary;

    private DemoFolder folder;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        folder = new DemoFolder(temporary);
        process = JavaCommand.of(Idle.class).start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void aRunThatLostItsLauncherIsStopped() throws IOException {
        folder.processes().add(ProcessList.MAIN, process.toHandle());
        folder.takeOver();
        // its parent learns of the end by a thread of its own, a moment after everybody else
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aLiveRunIsLeftAloneAndNamed() {
        folder.processes().add(ProcessList.LAUNCHER, ProcessHandle.current());
        folder.processes().add(ProcessList.MAIN, process.toHandle());
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(folder::takeOver)
                .withMessageContaining("already runs, as process " + process.pid());
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aProcessThatWasGivenTheIdLaterIsLeftAlone() throws IOException {
        long before = Instant.now().minusSeconds(3600).toEpochMilli();
        Files.writeString(folder.path().resolve("processes"), "traffic %d %d%n".formatted(process.pid(), before));
        folder.takeOver();
        assertThat(process.isAlive()).isTrue();
    }
}
