package com.example.platform.web;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes a connection whose head takes too long to arrive, or arrives in parts when too many others do, and bounds what
 * follows. One connection at a time, which Tomcat sees to.
 */
final class HttpProcessor extends Http11Processor {

    private final Heads heads;
    private final Adapter bounded;
    private final HandlerTurn turn = new HandlerTurn();
    private boolean arriving;
    private long began;

    HttpProcessor(HttpProtocol protocol, Heads heads, ExchangeLimits limits) {
        super(protocol, protocol.getAdapter());
        this.heads = heads;
        BreakableInput body = new BreakableInput(request.getInputBuffer());
        request.setInputBuffer(body);
        this.bounded = new BoundedAdapter(protocol, limits, () -> begin(body), this::headIsOver);
    }

    @Override
    public Adapter getAdapter() {
        return bounded;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        turn.begin();
        SocketState state = isTooLate() ? SocketState.CLOSED : super.process(socket, event);
        boolean inPart = state == SocketState.LONG && !isAsync();
        return inPart && !stays(socket) ? SocketState.CLOSED : state;
    }

    private boolean isTooLate() {
        return arriving && left() <= 0;
    }

    private long left() {
        return heads.patience().toNanos() - (System.nanoTime() - began);
    }

    /** The connection waits for the rest of a head. */
    private boolean stays(SocketWrapperBase<?> socket) {
        if (!arriving && heads.places().tryAcquire()) {
            arriving = true;
            began = System.nanoTime();
        }
        if (arriving) {
            socket.setReadTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left())));
        }
        return arriving;
    }

    private Connection begin(BreakableInput body) {
        headIsOver();
        Connection connection = Connection.of(getSocketWrapper(), turn);
        body.comesOver(connection);
        return connection;
    }

    private void headIsOver() {
        if (arriving) {
            arriving = false;
            heads.places().release();
        }
    }
}
