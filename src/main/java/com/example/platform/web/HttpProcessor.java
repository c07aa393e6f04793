package com.example.platform.web;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Closes a connection whose head takes too long to arrive, or arrives in parts when too many others do, or whose request
 * goes on for long when it has been answered. One connection at a time, which Tomcat sees to.
 */
final class HttpProcessor extends Http11Processor {

    private final Heads heads;
    private final Adapter patient;
    private boolean arriving;
    private long began;

    HttpProcessor(HttpProtocol protocol, Heads heads) {
        super(protocol, protocol.getAdapter());
        this.heads = heads;
        this.patient = new LeftoverAdapter(protocol.getAdapter(), this::getSocketWrapper, protocol.getMaxSwallowSize());
    }

    @Override
    public Adapter getAdapter() {
        return patient;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        SocketState state = SocketState.CLOSED;
        try {
            if (!isTooLate()) {
                state = super.process(socket, event);
            }
        } finally {
            // also what was left from a connection that broke off: a processor is used again
            if (state != SocketState.LONG || isAsync()) {
                leave();
            }
        }
        return state != SocketState.LONG || isAsync() || stays() ? state : SocketState.CLOSED;
    }

    private boolean isTooLate() {
        return arriving && System.nanoTime() - began > heads.patience().toNanos();
    }

    /** The connection waits for the rest of a head. */
    private boolean stays() {
        if (!arriving && heads.places().tryAcquire()) {
            arriving = true;
            began = System.nanoTime();
        }
        return arriving;
    }

    private void leave() {
        if (arriving) {
            arriving = false;
            heads.places().release();
        }
    }
}
