package com.example.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection over which one request after the other goes; opened anew when the server has closed it. */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;

    private final StringBuilder line = new StringBuilder();

    private Socket socket;

    private InputStream in;

    HttpConnection(int port) {
        this.port = port;
    }

    /** The status of the answer, whose body is read and forgotten. */
    int exchange(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        boolean open = skipRest();
        if (!open) {
            close();
        }
        return status;
    }

    /** Whether the connection stays open. */
    private boolean skipRest() throws IOException {
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
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException closed) {
            // it is of no more use either way
        }
        socket = null;
    }
}
