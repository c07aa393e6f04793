package com.example.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The requests of one connection, read and forgotten. */
final class OtlpRequests {

    private final InputStream in;

    OtlpRequests(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Whether there was one. */
    boolean skipOne() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return false;
        }
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= header.regionMatches(true, 0, "Transfer-Encoding: chunked", 0, 26);
        }
        in.skipNBytes(length);
        while (chunked) {
            int size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            line();
            chunked = size > 0;
        }
        return true;
    }

    /** Empty at the end too. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
