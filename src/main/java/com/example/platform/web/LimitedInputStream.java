package com.example.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.springframework.web.ErrorResponseException;

/** Counts what is read and throws the problem "body too large" past the limit. */
class LimitedInputStream extends ServletInputStream {

    private final ServletInputStream source;
    private long left;

    LimitedInputStream(ServletInputStream source, long limit) {
        this.source = source;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = source.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = source.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            ProblemKind kind = ProblemKind.BODY_TOO_LARGE;
            throw new ErrorResponseException(kind.status(), Problems.of(kind), null);
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
