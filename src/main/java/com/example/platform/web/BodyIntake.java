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

/** Reads bodies, each within a size and a time, all of them together within an amount of memory. Thread-safe. */
class BodyIntake {

    private static final int PART = 8_192;

    private final long limit;
    private final Duration patience;
    private final Semaphore room;
    private final Counter shed;

    BodyIntake(long limit, Duration patience, int room, Counter shed) {
        this.limit = limit;
        this.patience = patience;
        this.room = new Semaphore(room);
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
        }
        return taken;
    }

    private @Nullable ProblemKind read(InputStream in, Taken taken) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        // most calls have no body, and need no more than this to show it
        byte[] part = new byte[1];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            if (taken.bytes.size() + read > limit) {
                return ProblemKind.BODY_TOO_LARGE;
            }
            if (System.nanoTime() - end > 0) {
                return ProblemKind.BODY_TOO_SLOW;
            }
            if (!room.tryAcquire(read)) {
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

        private Taken(@Nullable ProblemKind refusal) {
            this.refusal = refusal;
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
