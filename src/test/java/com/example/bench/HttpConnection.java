package com.example.bench;

import com.example.testing.HttpMessages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A connection over which one request after the other goes; opened anew when the server has closed it. */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;

    private Socket socket;

    private HttpMessages answers;

    HttpConnection(int port) {
        this.port = port;
    }

    /** The status of the answer, whose body is read and forgotten. */
    int exchange(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            answers = new HttpMessages(new BufferedInputStream(socket.getInputStream()));
        }
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(answers.firstLine().substring(9, 12));
        boolean open = answers.skipRest();
        if (!open) {
            close();
        }
        return status;
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
