package com.example.platform.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.springframework.http.HttpStatusCode;

/**
 * Breaks off answers that take too long to be received, and reads what is left of a body that was answered unread, so that
 * its sender gets to see the answer: for half a second, where Tomcat would read on for as long as a byte comes now and
 * then. For one connection at a time.
 */
final class BoundedAdapter implements Adapter {

    private static final Duration FOR_THE_REST = Duration.ofMillis(500);

    private final Adapter adapter;
    private final long leftover;
    private final ExchangeLimits limits;
    private final Supplier<Connection> begin;
    private final Runnable brokenOff;

    /**
     * Between a protocol and its application.
     *
     * @param begin a call, whose head is there
     * @param brokenOff what is done when its head never will be
     */
    BoundedAdapter(HttpProtocol protocol, ExchangeLimits limits, Supplier<Connection> begin, Runnable brokenOff) {
        this.adapter = protocol.getAdapter();
        this.leftover = protocol.getMaxSwallowSize() < 0 ? Long.MAX_VALUE : protocol.getMaxSwallowSize();
        this.limits = limits;
        this.begin = begin;
        this.brokenOff = brokenOff;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        Connection connection = begin.get();
        request.setAttribute(Connection.ATTRIBUTE, connection);
        CallerWait wait = limits.callers().toTake(connection, limits.answer(), response::isCommitted);
        try (wait) {
            adapter.service(request, response);
        }
        if (wait.reason() != null) {
            request.action(ActionCode.CLOSE_NOW, null);
        }
        leaveNothing(request, connection);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        boolean going = adapter.asyncDispatch(request, response, event);
        if (request.getAttribute(Connection.ATTRIBUTE) instanceof Connection connection) {
            leaveNothing(request, connection);
        }
        return going;
    }

    private void leaveNothing(Request request, Connection connection) {
        if (is(request, ActionCode.ASYNC_IS_ASYNC)
                || is(request, ActionCode.IS_ERROR)
                || is(request, ActionCode.REQUEST_BODY_FULLY_READ)
                || isNotSent(request)) {
            return;
        }
        boolean ended = false;
        CallerWait wait = limits.callers().toSend(connection, FOR_THE_REST);
        try (wait) {
            ended = isReadToItsEnd(request);
        } catch (IOException brokenOff) {
            // as if it had no end
        }
        if (!ended || wait.reason() != null) {
            request.action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** Who asks before he sends, and was refused: Tomcat closes the connection. */
    private static boolean isNotSent(Request request) {
        return request.hasExpectation()
                && request.getBytesRead() == 0
                && !HttpStatusCode.valueOf(request.getResponse().getStatus()).is2xxSuccessful();
    }

    private boolean isReadToItsEnd(Request request) throws IOException {
        Nowhere nowhere = new Nowhere();
        long left = leftover;
        while (left > 0) {
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

    /** A processor is used again for other connections. */
    @Override
    public void checkRecycled(Request request, Response response) {
        brokenOff.run();
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
