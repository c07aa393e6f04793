package com.example.platform.web;

import io.micrometer.core.instrument.Counter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies, each within a size and a time, all of them together within an amount of memory, and of those that come
 * slowly a set number at a time. Thread-safe.
 */
class BodyIntake {

    private static final int PART = 8_192;

    /** A body that is not there by then comes slowly. */
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(500);

    private final long limit;
    private final Duration patience;
    private final Semaphore room;
    private final Semaphore slow;
    private final Counter shed;

    BodyIntake(long limit, Duration patience, int room, int slow, Counter shed) {
        this.limit = limit;
        this.patience = patience;
        this.room = new Semaphore(room);
        this.slow = new Semaphore(slow);
        this.shed = shed;
    }

    boolean isTooLarge(HttpServletRequest request) {
        return request.getContentLengthLong() > limit;
    }

    /** To be closed when nobody needs the body any more. */
    Taken take(HttpServletRequest request) {
        if (isTooLarge(request)) {
            return new Taken(ProblemKind.BODY_TOO_LARGE);
        }
        Taken taken = new Taken(null);
        try {
            taken.refusal = read(request.getInputStream(), taken);
        } catch (SocketTimeoutException silent) {
            taken.refusal = ProblemKind.BODY_TOO_SLOW;
        } catch (IOException broken) {
            taken.refusal = ProblemKind.MALFORMED_REQUEST;
        } finally {
            taken.arrived();
        }
        return taken;
    }

    private @Nullable ProblemKind read(InputStream in, Taken taken) throws IOException {
        long began = System.nanoTime();
        // most calls have no body, and need no more than this to show it
        byte[] part = new byte[1];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            if (taken.bytes.size() + read > limit) {
                return ProblemKind.BODY_TOO_LARGE;
            }
            long took = System.nanoTime() - began;
            if (took > patience.toNanos()) {
                return ProblemKind.BODY_TOO_SLOW;
            }
            if (took > SLOW && !taken.mayGoOnSlowly() || !room.tryAcquire(read)) {
                shed.increment();
                return ProblemKind.OVERLOADED;
            }
            taken.bytes.write(part, 0, read);
            part = part.length == PART ? part : new byte[PART];
        }
        return null;
    }

    /** A body, or why there is none. */
    final class Taken implements AutoCloseable {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
        private @Nullable ProblemKind refusal;
        private boolean slowly;

        private Taken(@Nullable ProblemKind refusal) {
            this.refusal = refusal;
        }

        private boolean mayGoOnSlowly() {
            slowly = slowly || slow.tryAcquire();
            return slowly;
        }

        private void arrived() {
            if (slowly) {
                slow.release();
            }
        }

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
