package com.example.platform.web;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** The connection on which a request came, whose reading or writing anybody may break off. Thread-safe. */
final class Connection {

    /** Where a request has it. */
    static final String ATTRIBUTE = Connection.class.getName();

    private final @Nullable SocketChannel channel;
    private final HandlerTurn turn;
    private volatile boolean readingBrokenOff;

    private Connection(@Nullable SocketChannel channel, HandlerTurn turn) {
        this.channel = channel;
        this.turn = turn;
    }

    /** The one that the socket is for now, in the turn that its handler has for it. */
    static Connection of(SocketWrapperBase<?> socket, HandlerTurn turn) {
        return new Connection(
                socket instanceof NioSocketWrapper nio ? nio.getSocket().getIOChannel() : null, turn);
    }

    static Connection over(@Nullable SocketChannel channel, HandlerTurn turn) {
        return new Connection(channel, turn);
    }

    static Connection none() {
        return over(null, new HandlerTurn());
    }

    /** One that nothing can be done to when the request came otherwise. */
    static Connection of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Connection known ? known : none();
    }

    /** Who reads, or is about to, finds the end of what there is. */
    void breakOffReading() {
        readingBrokenOff = true;
        breakOff(SocketChannel::shutdownInput);
    }

    boolean isReadingBrokenOff() {
        return readingBrokenOff;
    }

    /** Who writes, or is about to, fails. */
    void breakOffWriting() {
        breakOff(SocketChannel::shutdownOutput);
    }

    HandlerTurn turn() {
        return turn;
    }

    private void breakOff(Half half) {
        if (channel == null) {
            return;
        }
        try {
            half.close(channel);
        } catch (IOException | NotYetConnectedException gone) {
            // then nobody waits for it either
        }
    }

    @FunctionalInterface
    private interface Half {
        void close(SocketChannel channel) throws IOException;
    }
}
