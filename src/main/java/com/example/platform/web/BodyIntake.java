package com.example.platform.web;

import io.micrometer.core.instrument.Counter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies, each within a size and a time, all of them together within an amount of memory, and of those that come
 * slowly as many as may be waited for. Thread-safe.
 */
class BodyIntake {

    private static final int PART = 8_192;

    private final long limit;
    private final Duration patience;
    private final Semaphore room;
    private final SlowCallers callers;
    private final Counter shed;

    BodyIntake(long limit, Duration patience, int room, SlowCallers callers, Counter shed) {
        this.limit = limit;
        this.patience = patience;
        this.room = new Semaphore(room);
        this.callers = callers;
        this.shed = shed;
    }

    boolean isTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > limit;
    }

    /** To be closed when nobody needs the body any more. */
    Taken take(HttpServletRequest request) {
        Taken taken = new Taken();
        taken.refusal = isTooLarge(request) ? ProblemKind.BODY_TOO_LARGE : read(request, taken);
        if (taken.refusal == ProblemKind.OVERLOADED) {
            shed.increment();
        }
        return taken;
    }

    private @Nullable ProblemKind read(HttpServletRequest request, Taken taken) {
        CallerWait wait = callers.toSend(Connection.of(request), patience);
        ProblemKind refusal;
        try (wait) {
            refusal = read(request.getInputStream(), taken, wait);
        } catch (SocketTimeoutException silent) {
            refusal = ProblemKind.BODY_TOO_SLOW;
        } catch (IOException broken) {
            refusal = ProblemKind.MALFORMED_REQUEST;
        }
        return wait.reason() == null ? refusal : refusal(wait.reason());
    }

    /** Asks the wait as well: where a request did not come over a connection of Tomcat's, it cannot break the reading off. */
    private @Nullable ProblemKind read(InputStream in, Taken taken, CallerWait wait) throws IOException {
        // most calls have no body, and need no more than this to show it
        byte[] part = new byte[1];
        for (int read = in.read(part); read >= 0 && wait.reason() == null; read = in.read(part)) {
            if (taken.bytes.size() + read > limit) {
                return ProblemKind.BODY_TOO_LARGE;
            }
            if (!room.tryAcquire(read)) {
                return ProblemKind.OVERLOADED;
            }
            taken.bytes.write(part, 0, read);
            part = part.length == PART ? part : new byte[PART];
        }
        return null;
    }

    private static ProblemKind refusal(CallerWait.Reason reason) {
        return reason == CallerWait.Reason.TOO_LONG ? ProblemKind.BODY_TOO_SLOW : ProblemKind.OVERLOADED;
    }

    /** A body, or why there is none. */
    final class Taken implements AutoCloseable {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
        private @Nullable ProblemKind refusal;

        private Taken() {}

        @Nullable
        ProblemKind refusal() {
            return refusal;
        }

        byte[] body() {
            return bytes.toByteArray();
        }

        @Override
        public void close() {
            room.release(bytes.size());
        }
    }
}
