package com.example.chaos;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection between two processes that can be cut, or made to fall silent, in the middle of anything. */
final class Wire implements Closeable {

    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean cut;

    Wire() {
        try {
            listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Where new connections lead from now on. */
    Wire leadingTo(int port) {
        target = port;
        return this;
    }

    /** Resets every connection, and each new one, until mended. */
    void cut() {
        cut = true;
        reset();
    }

    /** Resets every connection; new ones are taken at once. */
    void reset() {
        links.stream().filter(link -> !link.silent).forEach(Link::close);
    }

    /** Every connection of now stays open and never carries a byte again, as behind a firewall that forgot it. */
    void forget() {
        links.forEach(link -> link.silent = true);
    }

    void mend() {
        cut = false;
    }

    int open() {
        return links.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        links.forEach(Link::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                // the loop ends with the listener
            }
        }
    }

    private void connect(Socket near) {
        try {
            near.setSoLinger(true, 0);
            if (cut) {
                near.close();
                return;
            }
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            Link link = new Link(near, far);
            links.add(link);
            if (cut) {
                link.close();
            }
            Thread.ofVirtual().start(() -> link.carry(near, far));
            link.carry(far, near);
        } catch (IOException refused) {
            close(near);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }

    /** One connection. A forgotten one is not closed when one end closes: the other end is told nothing. */
    private final class Link {

        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        Link(Socket near, Socket far) throws IOException {
            this.near = near;
            this.far = far;
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.setSoLinger(true, 0);
        }

        void carry(Socket from, Socket to) {
            byte[] buffer = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!silent) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException broken) {
                // both ends learn of it below
            }
            if (!silent) {
                close();
            }
        }

        void close() {
            links.remove(this);
            Wire.close(near);
            Wire.close(far);
        }
    }
}
