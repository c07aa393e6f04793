package com.example.shop.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that need not be one: whatever a client can write into a socket.
 *
 * @param headers whole lines; Host, Connection and the length of the body come with them when the request is written
 */
public record RawRequest(String method, String target, List<String> headers, byte[] body) {

    /** Another address than that of the good clients, whose throttles stay untouched. */
    private static final String STRANGER = "127.0.0.66";

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), new byte[0]);
    }

    public RawRequest method(String other) {
        return new RawRequest(other, target, headers, body);
    }

    public RawRequest target(String other) {
        return new RawRequest(method, other, headers, body);
    }

    public RawRequest body(byte[] other) {
        return new RawRequest(method, target, headers, other);
    }

    public RawRequest body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    /** One more line of this name. */
    public RawRequest plus(String line) {
        return new RawRequest(
                method, target, Stream.concat(headers.stream(), Stream.of(line)).toList(), body);
    }

    public RawRequest without(String header) {
        List<String> others = headers.stream()
                .filter(line -> !line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
                .toList();
        return new RawRequest(method, target, others, body);
    }

    /** In place of the lines of this name that were there. */
    public RawRequest with(String header, String value) {
        return without(header).plus(header + ": " + value);
    }

    public RawRequest token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Header lines are bytes, one for each char. */
    public byte[] bytes() {
        boolean framed = headers.stream()
                .anyMatch(line -> line.startsWith("Content-Length:") || line.startsWith("Transfer-Encoding:"));
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (!framed && (body.length > 0 || method.equals("POST"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    public RawAnswer send(int port) {
        return send(port, bytes());
    }

    public static RawAnswer send(int port, byte[] bytes) {
        return send(port, bytes, STRANGER);
    }

    /** Writes the bytes, says that no more will come, and reads until the server has closed. */
    public static RawAnswer send(int port, byte[] bytes, String from) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(15_000);
            return RawAnswer.parse(exchange(socket, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] exchange(Socket socket, byte[] bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (SocketException refused) {
            // the server may answer and close before it has read everything
        }
        try {
            InputStream in = socket.getInputStream();
            byte[] part = new byte[8_192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                answer.write(part, 0, read);
            }
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (SocketException reset) {
            // what was received before counts
        }
        return answer.toByteArray();
    }
}
