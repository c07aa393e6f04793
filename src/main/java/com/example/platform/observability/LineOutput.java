package com.example.platform.observability;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes a line with each write and never throws: a line that cannot be written is counted as lost, and the next one is
 * tried again. Logback's own stream would leave lines out for a while without telling, and write half a line twice.
 */
final class LineOutput extends OutputStream {

    private final OutputStream target;
    private boolean cut;

    LineOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(byte[] line, int offset, int length) {
        try {
            if (cut) {
                // what was written of the line that failed must not spoil this one
                target.write('\n');
            }
            target.write(line, offset, length);
            cut = false;
        } catch (IOException lost) {
            cut = true;
            DroppedLogLines.add();
        }
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
