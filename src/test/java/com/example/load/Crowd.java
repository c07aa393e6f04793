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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many connections to this machine that do little or nothing. */
final class Crowd implements AutoCloseable {

    /** What they make of what the server says. */
    enum Ears {
        /** They take it in and stay. */
        OPEN,
        /** An answer is enough for them to leave. */
        EXPECTANT,
        /** They read nothing, and do not notice when the server closes. */
        SHUT
    }

    private static final int RECEIVE_BUFFER = 4_096;

    private final int port;
    private final Ears ears;
    private final byte[] words;
    private final List<SocketChannel> connections = new ArrayList<>();
    private int comeAgain;

    private Crowd(int port, Ears ears, String words) {
        this.port = port;
        this.ears = ears;
        this.words = words.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Each says this once and waits. */
    static Crowd of(int port, int size, Ears ears, String words) throws IOException {
        Crowd crowd = new Crowd(port, ears, words);
        for (int i = 0; i < size; i++) {
            crowd.connections.add(crowd.one());
        }
        return crowd;
    }

    private SocketChannel one() throws IOException {
        SocketChannel connection = SocketChannel.open();
        connection.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        connection.write(ByteBuffer.wrap(words));
        connection.configureBlocking(false);
        return connection;
    }

    /**
     * For some seconds, once in each, everybody says one more thing if there is one, and of those who have left some come
     * again.
     *
     * @return how many of them there were on average
     */
    double persist(int seconds, String one, int again) throws IOException {
        long next = System.nanoTime();
        double sum = 0;
        for (int second = 0; second < seconds; second++) {
            sum += stillThere();
            renew(again);
            connections.forEach(connection -> say(connection, one));
            next += TimeUnit.SECONDS.toNanos(1);
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return sum / seconds;
    }

    private int stillThere() throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(65_536);
        int there = 0;
        for (SocketChannel connection : connections) {
            if (connection.isOpen() && stays(connection, heard)) {
                there++;
            } else {
                connection.close();
            }
        }
        return there;
    }

    private boolean stays(SocketChannel connection, ByteBuffer heard) {
        try {
            int read = ears == Ears.SHUT ? 0 : connection.read(heard.clear());
            return read == 0 || read > 0 && ears == Ears.OPEN;
        } catch (IOException reset) {
            return false;
        }
    }

    private void renew(int most) throws IOException {
        int renewed = 0;
        for (int i = 0; i < connections.size() && renewed < most; i++) {
            if (!connections.get(i).isOpen()) {
                connections.set(i, one());
                renewed++;
            }
        }
        comeAgain += renewed;
    }

    int comeAgain() {
        return comeAgain;
    }

    private static void say(SocketChannel connection, String one) {
        try {
            connection.write(ByteBuffer.wrap(one.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException closed) {
            // the server has had enough
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }
}
