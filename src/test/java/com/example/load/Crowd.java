package com.example.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Many connections to this machine that do little or nothing, all from one thread. */
final class Crowd implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4_096;

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ExecutorService tricklers = Executors.newSingleThreadExecutor();
    private volatile boolean left;

    /** Each says this once and waits. */
    static Crowd of(int port, int size, String words) throws IOException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < size; i++) {
            SocketChannel connection = SocketChannel.open();
            crowd.connections.add(connection);
            connection.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            connection.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.ISO_8859_1)));
            connection.configureBlocking(false);
        }
        return crowd;
    }

    /** From now on each says one more byte a second. */
    Crowd trickling() {
        tricklers.submit(() -> {
            long next = System.nanoTime();
            while (!left) {
                for (SocketChannel connection : connections) {
                    say(connection, (byte) 'z');
                }
                next += TimeUnit.SECONDS.toNanos(1);
                while (!left && System.nanoTime() < next) {
                    Thread.onSpinWait();
                    java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            }
        });
        return this;
    }

    /** How many the server has not closed; what it said is thrown away. */
    int stillThere() {
        ByteBuffer ignored = ByteBuffer.allocate(65_536);
        int there = 0;
        for (SocketChannel connection : connections) {
            try {
                int read = connection.read(ignored.clear());
                while (read > 0) {
                    read = connection.read(ignored.clear());
                }
                there += read == 0 ? 1 : 0;
            } catch (IOException reset) {
                // the server has closed it
            }
        }
        return there;
    }

    private static void say(SocketChannel connection, byte one) {
        try {
            connection.write(ByteBuffer.wrap(new byte[] {one}));
        } catch (IOException closed) {
            // the server has had enough
        }
    }

    @Override
    public void close() throws IOException {
        left = true;
        tricklers.shutdown();
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }
}
