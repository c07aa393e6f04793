package com.example.platform.observability;

import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.concurrent.atomic.AtomicReference;

/** One batch on its way to the collector: one thread sends it, and another may break it off. */
final class SpanRequest {

    private static final int READ_AT_ONCE = 1_024;

    private final HttpURLConnection connection;

    private final MessageWriter message;

    private final long longestAnswer;

    private final AtomicReference<Step> step = new AtomicReference<>(Step.OPENING);

    SpanRequest(HttpURLConnection connection, MessageWriter message, long longestAnswer) {
        this.connection = connection;
        this.message = message;
        this.longestAnswer = longestAnswer;
    }

    /** Sends, waits and reads. */
    HttpResponse answer() {
        try {
            // its length is known beforehand, so that it is never held as a whole
            connection.setFixedLengthStreamingMode(message.getContentLength());
            connection.connect();
            advance(Step.OPENING, Step.SENDING);
            try (OutputStream out = connection.getOutputStream()) {
                message.writeMessage(out);
            }
            // a connection that was closed meanwhile would be opened anew, for an answer to nothing
            require(Step.SENDING);
            int status = connection.getResponseCode();
            advance(Step.SENDING, Step.READING);
            return new Answer(status, String.valueOf(connection.getResponseMessage()), body(status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (step.get() == Step.BROKEN_OFF) {
                connection.disconnect();
            }
        }
    }

    /**
     * From any thread and without waiting: what it has not begun it leaves, and what it waits for fails; a body that it reads
     * it gives up with the next bytes, or when the connection's own timeout is over.
     */
    void breakOff() {
        Step was = step.getAndSet(Step.BROKEN_OFF);
        // to close what another thread reads from would wait for it
        if (was != Step.READING) {
            connection.disconnect();
        }
    }

    private void require(Step expected) throws IOException {
        if (step.get() != expected) {
            throw new IOException("broken off");
        }
    }

    private void advance(Step from, Step to) throws IOException {
        if (!step.compareAndSet(from, to)) {
            throw new IOException("broken off");
        }
    }

    /** To its end, so that the connection stays open for the next; one that is too long is cut. */
    private byte[] body(int status) throws IOException {
        boolean refused = status >= HttpURLConnection.HTTP_BAD_REQUEST;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream body = refused ? connection.getErrorStream() : connection.getInputStream()) {
            if (body == null) {
                return new byte[0];
            }
            byte[] some = new byte[READ_AT_ONCE];
            for (int read = body.read(some); read >= 0 && all.size() < longestAnswer; read = body.read(some)) {
                all.write(some, 0, read);
                require(Step.READING);
            }
        }
        return all.toByteArray();
    }

    private enum Step {
        OPENING,
        SENDING,
        READING,
        BROKEN_OFF
    }

    private record Answer(int status, String message, byte[] body) implements HttpResponse {

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        public String getStatusMessage() {
            return message;
        }

        @Override
        public byte[] getResponseBody() {
            return body;
        }
    }
}
