package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LineOutputTests {

    private final Disk disk = new Disk();
    private final LineOutput output = new LineOutput(disk);
    private final long lostBefore = DroppedLogLines.count();

    @Test
    void linesThatTheDiskHasNoRoomForAreCountedAndThoseAfterThemAreWhole() throws IOException {
        write("{\"a\":1}\n");
        output.flush();
        disk.room = 3;
        write("{\"b\":2}\n");
        output.flush();
        write("{\"c\":3}\n");
        output.flush();
        disk.room = Integer.MAX_VALUE;
        write("{\"d\":4}\n");
        write("{\"e\":5}\n");
        output.flush();

        assertThat(lost()).isEqualTo(2);
        assertThat(disk.lines()).containsExactly("{\"a\":1}", "{\"b", "{\"d\":4}", "{\"e\":5}");
    }

    @Test
    void linesThatComeTogetherAreOneWrite() throws IOException {
        write("{\"a\":1}\n");
        write("{\"b\":2}\n");
        assertThat(disk.writes).isZero();
        output.flush();

        assertThat(disk.writes).isEqualTo(1);
        assertThat(disk.lines()).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void ofLinesThatComeTogetherThoseAreLostThatFoundNoRoom() throws IOException {
        disk.room = 11;
        write("{\"a\":1}\n");
        write("{\"b\":2}\n");
        write("{\"c\":3}\n");
        output.flush();
        disk.room = Integer.MAX_VALUE;
        write("{\"d\":4}\n");
        output.flush();

        assertThat(lost()).isEqualTo(2);
        assertThat(disk.lines()).containsExactly("{\"a\":1}", "{\"b", "{\"d\":4}");
    }

    @Test
    void anEventOfSeveralLinesIsLostOnce() throws IOException {
        disk.room = 0;
        write("readable\n  with a trace\n  of three lines\n");
        output.flush();

        assertThat(lost()).isEqualTo(1);
    }

    @Test
    void aTargetThatDoesNotSayWhatItTookHasLostAllThatWasUnderWay() throws IOException {
        disk.silent = true;
        disk.room = 11;
        write("{\"a\":1}\n");
        write("{\"b\":2}\n");
        output.flush();

        assertThat(lost()).isEqualTo(2);
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTargetThatTakesNothingForNowIsNotWaitedFor() throws IOException {
        disk.patient = true;
        disk.room = 0;
        write("{\"a\":1}\n");
        output.flush();

        assertThat(lost()).isEqualTo(1);
    }

    @Test
    void whoWritesMuchIsNotKeptWaiting() throws IOException {
        String line = "x".repeat(1_000) + "\n";
        for (int i = 0; i < 100; i++) {
            write(line);
        }

        assertThat(disk.lines()).hasSizeGreaterThan(60);
    }

    private long lost() {
        return DroppedLogLines.count() - lostBefore;
    }

    private void write(String line) throws IOException {
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes as many bytes as it has room for, as a file does, and says so at the next write. */
    private static final class Disk implements WritableByteChannel {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int room = Integer.MAX_VALUE;
        private int writes;
        private boolean silent;
        private boolean patient;

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int taken = Math.min(room, bytes.remaining());
            boolean full = silent ? taken < bytes.remaining() : taken == 0;
            content.write(bytes.array(), bytes.position(), taken);
            bytes.position(silent ? bytes.limit() : bytes.position() + taken);
            room -= taken;
            writes++;
            if (full && !patient) {
                throw new IOException("No space left on device");
            }
            return taken;
        }

        Iterable<String> lines() {
            return content.toString(StandardCharsets.UTF_8).lines().toList();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
