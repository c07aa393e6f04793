package com.example.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Sends many requests, fifty at a time before it reads their answers; to this machine only. */
public final class RequestFlood {

    private static final int AT_A_TIME = 50;

    private RequestFlood() {}

    /**
     * Sends so many requests (method, path and headers, without the empty line) and counts the answers. The server may
     * close the connection after the last of each fifty.
     */
    public static int send(int port, int count, IntFunction<String> request) throws IOException {
        int answers = 0;
        while (answers < count) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(30_000);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                boolean open = true;
                while (open && answers < count) {
                    int batch = Math.min(AT_A_TIME, count - answers);
                    for (int i = 0; i < batch; i++) {
                        String head = request.apply(answers + i) + "\r\nHost: localhost\r\n\r\n";
                        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                    }
                    out.flush();
                    for (int i = 0; i < batch; i++) {
                        open = skipAnswer(in);
                        answers++;
                    }
                }
            }
        }
        return answers;
    }

    /** Whether the connection stays open after this answer. */
    private static boolean skipAnswer(InputStream in) throws IOException {
        int length = 0;
        boolean chunked = false;
        boolean open = true;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            chunked |= line.equalsIgnoreCase("Transfer-Encoding: chunked");
            open &= !line.equalsIgnoreCase("Connection: close");
        }
        in.skipNBytes(length);
        while (chunked) {
            int size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size);
            line(in);
            chunked = size > 0;
        }
        return open;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
