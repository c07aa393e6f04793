package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Writes to stdout; counts the lines that are lost there, and holds up no shutdown when nobody reads them. */
public final class StandardOutput extends OutputStreamAppender<ILoggingEvent> {

    @Override
    public void start() {
        setOutputStream(new LineOutput(new Stdout()));
        super.start();
    }

    /** Without the lock of the stream: a write into a full pipe holds it for as long as nobody reads. */
    @Override
    public void stop() {
        started = false;
    }

    /** The stream of this moment, which a test may capture; it tells of a failure once and then no more. */
    private static final class Stdout extends OutputStream {

        private @Nullable OutputStream past;

        @Override
        public void write(byte[] line, int offset, int length) throws IOException {
            if (past != null) {
                past.write(line, offset, length);
                return;
            }
            PrintStream out = System.out;
            out.write(line, offset, length);
            if (out.checkError()) {
                // a PrintStream that failed once says so for ever: from now on past it
                past = new FileOutputStream(FileDescriptor.out);
                throw new IOException("stdout cannot be written");
            }
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }
    }
}
