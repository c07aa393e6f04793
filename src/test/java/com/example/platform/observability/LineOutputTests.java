package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineOutputTests {

    private final Disk disk = new Disk();
    private final LineOutput output = new LineOutput(disk);

    @Test
    void linesThatTheDiskHasNoRoomForAreCountedAndThoseAfterThemAreWhole() throws IOException {
        long before = DroppedLogLines.count();
        write("{\"a\":1}\n");
        disk.room = 3;
        write("{\"b\":2}\n");
        write("{\"c\":3}\n");
        disk.room = Integer.MAX_VALUE;
        write("{\"d\":4}\n");
        write("{\"e\":5}\n");

        assertThat(DroppedLogLines.count() - before).isEqualTo(2);
        assertThat(disk.content.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("{\"a\":1}", "{\"b", "{\"d\":4}", "{\"e\":5}");
    }

    private void write(String line) throws IOException {
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes as many bytes as it has room for, as a file does. */
    private static final class Disk extends OutputStream {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private int room = Integer.MAX_VALUE;

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int taken = Math.min(room, length);
            content.write(bytes, offset, taken);
            room -= taken;
            if (taken < length) {
                throw new IOException("No space left on device");
            }
        }
    }
}
