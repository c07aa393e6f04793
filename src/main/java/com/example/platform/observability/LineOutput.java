package com.example.platform.observability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a line with each write, hands on at a flush those that it has, and never throws: a line that cannot be written is
 * counted as lost, and the next one is tried again. Logback's own stream would leave lines out for a while without telling,
 * and write half a line twice. A channel, since it tells how much it has taken before it failed.
 */
final class LineOutput extends OutputStream {

    /** In bytes; when there are more, nobody waits for the flush. */
    private static final int MOST = 65_536;

    private static final byte[] NEW_LINE = {'\n'};

    private final WritableByteChannel target;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>();
    private boolean cut;

    LineOutput(WritableByteChannel target) {
        this.target = target;
    }

    @Override
    public void write(byte[] line, int offset, int length) {
        lines.write(line, offset, length);
        ends.add(lines.size());
        if (lines.size() >= MOST) {
            flush();
        }
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void flush() {
        ByteBuffer left = ByteBuffer.wrap(lines.toByteArray());
        while (left.hasRemaining()) {
            int before = left.position();
            try {
                if (cut) {
                    // what was written of the line that failed must not spoil this one
                    target.write(ByteBuffer.wrap(NEW_LINE));
                    cut = false;
                }
                if (target.write(left) == 0) {
                    throw new IOException("nothing is taken for now, as by a full pipe that does not block");
                }
            } catch (IOException lost) {
                skip(left, before);
            }
        }
        lines.reset();
        ends.clear();
    }

    /** The lines that were under way when a write failed, of which some may have been written. */
    private void skip(ByteBuffer left, int before) {
        int start = 0;
        for (int end : ends) {
            if (end > before) {
                DroppedLogLines.add();
                cut |= left.position() > start;
            }
            if (end > left.position() || end == left.limit()) {
                left.position(end);
                return;
            }
            start = end;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        target.close();
    }
}
