package com.example.testing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The HTTP/1.1 messages of one connection, one after the other: of each its first line, and then its rest, which is read and
 * forgotten. What ends in the middle or has no more is an {@link EOFException}.
 */
public final class HttpMessages {

    private final InputStream in;

    private final StringBuilder line = new StringBuilder();

    /** From a stream that should have a buffer: it is read byte by byte. */
    public HttpMessages(InputStream in) {
        this.in = in;
    }

    /** The first line of a message, after the rest of the one before. */
    public String firstLine() throws IOException {
        return line();
    }

    /** Whether the connection stays open behind this message. */
    public boolean skipRest() throws IOException {
        long length = 0;
        boolean chunked = false;
        boolean open = true;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            } else if (header.equalsIgnoreCase("Connection: close")) {
                open = false;
            }
        }
        in.skipNBytes(length);
        while (chunked) {
            int size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
            chunked = size > 0;
        }
        return open;
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
