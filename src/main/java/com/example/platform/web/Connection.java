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

    private final @Nullable SocketWrapperBase<?> socket;
    private volatile boolean readingBrokenOff;

    Connection(@Nullable SocketWrapperBase<?> socket) {
        this.socket = socket;
    }

    /** One that nothing can be done to when the request came otherwise. */
    static Connection of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Connection known ? known : new Connection(null);
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

    private void breakOff(Half half) {
        SocketChannel channel =
                socket instanceof NioSocketWrapper nio ? nio.getSocket().getIOChannel() : null;
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
