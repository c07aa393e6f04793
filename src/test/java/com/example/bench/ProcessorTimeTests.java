package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorTimeTests {

    @Test
    void userAndSystemTimeAreAddedWhateverTheProgramIsCalled() {
        String stat = "4711 (a (b) c 9 9) S 1 4711 4711 0 -1 4194560 25000 0 12 0 150 25 7 3 20 0 42 0 123456 1 1 1";
        assertThat(ProcessorTime.parse(stat)).isEqualTo(Duration.ofMillis(1_750));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatWorksUsesTime() {
        long self = ProcessHandle.current().pid();
        assertThat(Files.exists(Path.of("/proc/self/stat"))).isTrue();
        Duration before = ProcessorTime.of(self);
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (ProcessorTime.of(self).minus(before).isZero() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(ProcessorTime.of(self)).isGreaterThan(before);
    }
}
