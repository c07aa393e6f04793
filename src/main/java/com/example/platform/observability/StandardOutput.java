package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Writes to stdout, lines that come together in one write; counts those that are lost there, and holds up no shutdown
 * when nobody reads them. Behind an asynchronous appender, which says when no more lines are waiting.
 */
public final class StandardOutput extends OutputStreamAppender<ILoggingEvent> {

    @Override
    public void start() {
        setImmediateFlush(false);
        setOutputStream(new LineOutput(new Stdout()));
        super.start();
    }

    /** Without the lock of the stream: a write into a full pipe holds it for as long as nobody reads. */
    @Override
    public void stop() {
        started = false;
    }

    /** The stream of this moment, which a test may capture; it tells of a failure once and then no more. */
    private static final class Stdout implements WritableByteChannel {

        private @Nullable WritableByteChannel past;

        @Override
        public int write(ByteBuffer lines) throws IOException {
            if (past != null) {
                return past.write(lines);
            }
            int length = lines.remaining();
            PrintStream out = System.out;
            out.write(lines.array(), lines.position(), length);
            // how much it has taken if it failed it does not say
            lines.position(lines.limit());
            if (out.checkError()) {
                // a PrintStream that failed once says so for ever: from now on past it
                past = new FileOutputStream(FileDescriptor.out).getChannel();
                throw new IOException("stdout cannot be written");
            }
            return length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        /** Stdout is not ours to close. */
        @Override
        public void close() {}
    }
}
