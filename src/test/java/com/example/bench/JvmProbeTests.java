package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JvmProbeTests {

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName())
                .start();
        assertThat(process.inputReader().read()).isEqualTo('r');
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void itSeesWhatLivesAndWhatWasAllocated() {
        try (JvmProbe probe = new JvmProbe(process.pid())) {
            assertThat(probe.liveHeap()).isBetween(8L << 20, 24L << 20);
            assertThat(probe.allocated()).isGreaterThan(40L << 20);
        }
    }

    /** Holds 8 MiB and has thrown five times as much away. */
    static final class Holder {

        private static final byte[][] HELD = new byte[8][];

        private Holder() {}

        public static void main(String[] args) throws IOException {
            for (int i = 0; i < 6 * HELD.length; i++) {
                HELD[i % HELD.length] = new byte[1 << 20];
            }
            System.out.print('r');
            System.out.flush();
            // until its parent ends
            System.in.read();
        }
    }
}
