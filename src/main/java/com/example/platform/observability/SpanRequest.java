package com.example.platform.observability;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One batch on its way to the collector. */
final class SpanRequest {

    private final HttpURLConnection connection;

    private final MessageWriter message;

    private final @Nullable Compressor compressor;

    private final int longestAnswer;

    /** What comes last holds: a connection that opens too late is not used, and one that is open is closed. */
    private final AtomicReference<State> state = new AtomicReference<>(State.OPENING);

    SpanRequest(HttpURLConnection connection, MessageWriter message, HttpSenderConfig config) {
        this.connection = connection;
        this.message = message;
        compressor = config.getCompressor();
        longestAnswer = (int) Math.min(config.getMaxResponseBodySize(), Integer.MAX_VALUE);
    }

    /** Sends, waits and reads. */
    HttpResponse answer() {
        try {
            if (compressor == null) {
                // its length is known beforehand, so that it is never held as a whole
                write(message.getContentLength(), message::writeMessage);
            } else {
                connection.setRequestProperty("Content-Encoding", compressor.getEncoding());
                ByteArrayOutputStream compressed = compressed(compressor);
                write(compressed.size(), compressed::writeTo);
            }
            int status = connection.getResponseCode();
            return new Answer(status, String.valueOf(connection.getResponseMessage()), body(status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From any thread: what the one that sends waits for fails, and what it has not begun it leaves. */
    void breakOff() {
        state.set(State.BROKEN_OFF);
        connection.disconnect();
    }

    private ByteArrayOutputStream compressed(Compressor by) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = by.compress(compressed)) {
            message.writeMessage(out);
        }
        return compressed;
    }

    private void write(int length, Body body) throws IOException {
        connection.setFixedLengthStreamingMode(length);
        open();
        try (OutputStream out = connection.getOutputStream()) {
            body.writeTo(out);
        }
    }

    private void open() throws IOException {
        if (state.get() == State.OPENING) {
            connection.connect();
        }
        if (!state.compareAndSet(State.OPENING, State.OPEN)) {
            connection.disconnect();
            throw new IOException("broken off before it was sent");
        }
    }

    /** To its end, so that the connection stays open for the next; one that is too long is cut, and costs the connection. */
    private byte[] body(int status) throws IOException {
        boolean refused = status >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream body = refused ? connection.getErrorStream() : connection.getInputStream()) {
            return body == null ? new byte[0] : body.readNBytes(longestAnswer);
        }
    }

    private enum State {
        OPENING,
        OPEN,
        BROKEN_OFF
    }

    private interface Body {
        void writeTo(OutputStream out) throws IOException;
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
