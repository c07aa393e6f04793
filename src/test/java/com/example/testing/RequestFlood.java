package com.example.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
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
                HttpMessages messages = new HttpMessages(new BufferedInputStream(socket.getInputStream(), 1 << 16));
                boolean open = true;
                while (open && answers < count) {
                    int batch = Math.min(AT_A_TIME, count - answers);
                    for (int i = 0; i < batch; i++) {
                        String head = request.apply(answers + i) + "\r\nHost: localhost\r\n\r\n";
                        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                    }
                    out.flush();
                    for (int i = 0; i < batch; i++) {
                        messages.firstLine();
                        open = messages.skipRest();
                        answers++;
                    }
                }
            }
        }
        return answers;
    }
}
