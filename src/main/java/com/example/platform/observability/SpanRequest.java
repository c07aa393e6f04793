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
import org.jspecify.annotations.Nullable;

/** One batch on its way to the collector. */
final class SpanRequest {

    private final HttpURLConnection connection;

    private final MessageWriter message;

    private final @Nullable Compressor compressor;

    private final int longestAnswer;

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

    /** From any thread: what the one that sends waits for, if it does, fails. */
    void breakOff() {
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
        try (OutputStream out = connection.getOutputStream()) {
            body.writeTo(out);
        }
    }

    /** To its end, so that the connection stays open for the next; one that is too long is cut, and costs the connection. */
    private byte[] body(int status) throws IOException {
        boolean refused = status >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream body = refused ? connection.getErrorStream() : connection.getInputStream()) {
            return body == null ? new byte[0] : body.readNBytes(longestAnswer);
        }
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
