package com.example.platform.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Reads what is left of a body that was answered unread, so that its sender gets to see the answer, and closes the
 * connection when that takes more than half a second: Tomcat would read on for as long as a byte comes now and then. For
 * one connection at a time.
 */
final class LeftoverAdapter implements Adapter {

    private static final int PATIENCE_MILLIS = 500;

    private final Adapter adapter;
    private final Supplier<SocketWrapperBase<?>> socket;
    private final int most;

    /** For the connection that the socket is at the time, and at most so many bytes, as Tomcat has it. */
    LeftoverAdapter(Adapter adapter, Supplier<SocketWrapperBase<?>> socket, int most) {
        this.adapter = adapter;
        this.socket = socket;
        this.most = most;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        adapter.service(request, response);
        leaveNothing(request);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        boolean going = adapter.asyncDispatch(request, response, event);
        leaveNothing(request);
        return going;
    }

    private void leaveNothing(Request request) {
        if (is(request, ActionCode.ASYNC_IS_ASYNC) || is(request, ActionCode.REQUEST_BODY_FULLY_READ)) {
            return;
        }
        long pause = socket.get().getReadTimeout();
        socket.get().setReadTimeout(PATIENCE_MILLIS);
        try {
            if (!isReadToItsEnd(request)) {
                request.action(ActionCode.CLOSE_NOW, null);
            }
        } catch (IOException late) {
            request.action(ActionCode.CLOSE_NOW, null);
        } finally {
            socket.get().setReadTimeout(pause);
        }
    }

    private boolean isReadToItsEnd(Request request) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Nowhere nowhere = new Nowhere();
        int left = most;
        while (left > 0 && System.nanoTime() - end < 0) {
            int read = request.doRead(nowhere);
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }

    private static boolean is(Request request, ActionCode question) {
        AtomicBoolean answer = new AtomicBoolean();
        request.action(question, answer);
        return answer.get();
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
    }
}
