package com.example.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Passes bytes on to a server until it is told to stall: then connections stay open, new ones too, and nothing moves. */
public final class StallingProxy implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition moving = lock.newCondition();

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private final ServerSocket server;

    private final int target;

    private final Duration distance;

    private boolean stalled;

    private StallingProxy(ServerSocket server, int target, Duration distance) {
        this.server = server;
        this.target = target;
        this.distance = distance;
    }

    public static StallingProxy before(int port) throws IOException {
        return before(port, Duration.ZERO);
    }

    /** In front of a server that is far away: every message is so long on its way. */
    public static StallingProxy before(int port, Duration distance) throws IOException {
        StallingProxy proxy =
                new StallingProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port, distance);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    public void stall() {
        set(true);
    }

    /** Everything that was held back arrives after all. */
    public void goOn() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            stalled = value;
            moving.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void connect(Socket client) {
        try {
            awaitMoving();
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(upstream);
            Thread.ofVirtual().start(() -> copy(client, upstream));
            copy(upstream, client);
        } catch (IOException gone) {
            close(client);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitMoving();
                LockSupport.parkNanos(distance.toNanos());
                out.write(buffer, 0, count);
            }
        } catch (IOException gone) {
            // either side has hung up
        } finally {
            close(from);
            close(to);
        }
    }

    private void awaitMoving() {
        lock.lock();
        try {
            while (stalled) {
                moving.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException closed) {
            // that was the intention
        }
    }

    @Override
    public void close() throws IOException {
        goOn();
        server.close();
        Set.copyOf(open).forEach(this::close);
    }
}
