package com.example.testing;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands where a collector would, on a port that stays, and behaves as it is told; cheap, so it decodes nothing. */
public final class MoodyCollector implements AutoCloseable {

    private static final String OK =
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n";

    private static final long SECOND = 1_000_000_000;

    /** What it does with a request. */
    public enum Mood {
        TAKES,
        /** Nobody listens at the port. */
        ABSENT,
        /** 503 and 429 in turns. */
        REFUSES,
        /** Accepts connections and never reads. */
        HANGS,
        /** Reads, and answers with one byte a second. */
        DRIPS
    }

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final InetSocketAddress address;
    private volatile Mood mood = Mood.TAKES;
    private volatile ServerSocket listener;
    private SocketChannel placeholder;

    public MoodyCollector() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        Thread.ofPlatform().daemon().start(() -> accept(listener));
    }

    public String endpoint() {
        return "http://127.0.0.1:" + address.getPort() + "/v1/traces";
    }

    /** From now on, also on connections that are open: they are closed. */
    public void behave(Mood newMood) {
        boolean absent = mood == Mood.ABSENT;
        mood = newMood;
        connections.forEach(MoodyCollector::close);
        if (newMood == Mood.ABSENT && !absent) {
            close(listener);
            // takes a moment, until the last of the old ones is gone
            await().ignoreExceptions().until(this::keepPort);
        } else if (newMood != Mood.ABSENT && absent) {
            close(placeholder);
            await().ignoreExceptions().until(this::listen);
        }
    }

    /** A socket that is bound and does not listen: nobody else gets the port, and connections to it are refused. */
    private boolean keepPort() throws IOException {
        SocketChannel bound = SocketChannel.open().setOption(StandardSocketOptions.SO_REUSEADDR, true);
        try {
            placeholder = bound.bind(address);
            return true;
        } catch (IOException taken) {
            bound.close();
            throw taken;
        }
    }

    private boolean listen() throws IOException {
        ServerSocket again = new ServerSocket(address.getPort(), 50, address.getAddress());
        listener = again;
        Thread.ofPlatform().daemon().start(() -> accept(again));
        return true;
    }

    private void accept(ServerSocket from) {
        try (from) {
            while (true) {
                Socket connection = from.accept();
                connections.add(connection);
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // absent from now on
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            HttpMessages requests = new HttpMessages(new BufferedInputStream(connection.getInputStream(), 1 << 16));
            while (mood != Mood.HANGS) {
                requests.firstLine();
                requests.skipRest();
                answer(connection, mood);
            }
            while (mood == Mood.HANGS && !connection.isClosed()) {
                LockSupport.parkNanos(SECOND / 10);
            }
        } catch (IOException gone) {
            // the exporter gave up, or the mood has changed
        } finally {
            connections.remove(connection);
        }
    }

    private void answer(Socket connection, Mood current) throws IOException {
        switch (current) {
            case REFUSES -> {
                String status =
                        refused.incrementAndGet() % 2 == 0 ? "503 Service Unavailable" : "429 Too Many Requests";
                send(connection, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            }
            case DRIPS -> {
                for (String part : OK.split("")) {
                    send(connection, part);
                    LockSupport.parkNanos(SECOND);
                }
            }
            default -> send(connection, OK);
        }
    }

    private static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException closed) {
            // it is gone either way
        }
    }

    @Override
    public void close() {
        behave(Mood.ABSENT);
        close(placeholder);
    }
}
