package com.example.platform.observability;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends each batch once, from one thread of the executor of the settings, which waits for the answer. After their timeout at
 * the latest the batch has failed, whatever the collector does, and the thread is free after one more. Never throws;
 * thread-safe. What it sends must not change when it has failed: {@link
 * io.opentelemetry.sdk.common.export.MemoryMode#IMMUTABLE_DATA}.
 */
final class SpanSender implements HttpSender {

    private final HttpSenderConfig config;

    private final ExecutorService executor;

    /** In the clear, without a proxy and uncompressed. */
    SpanSender(HttpSenderConfig config) {
        this.config = config;
        executor = Objects.requireNonNull(config.getExecutorService(), "no threads to send from");
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        try {
            SpanRequest request = new SpanRequest(connection(), message, config.getMaxResponseBodySize());
            CompletableFuture.supplyAsync(request::answer, executor)
                    // the socket's own ends neither a write that is stuck nor an answer that comes byte by byte
                    .orTimeout(millis(config.getTimeout()), TimeUnit.MILLISECONDS)
                    .whenComplete((answer, failure) -> {
                        if (failure == null) {
                            onResponse.accept(answer);
                        } else {
                            request.breakOff();
                            onError.accept(failure);
                        }
                    });
        } catch (IOException | RuntimeException unsent) {
            onError.accept(unsent);
        }
    }

    /** Not open yet; it takes over one that an earlier batch has left open. */
    private HttpURLConnection connection() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) config.getEndpoint().toURL().openConnection();
        connection.setConnectTimeout(millis(config.getConnectTimeout()));
        connection.setReadTimeout(millis(config.getTimeout()));
        connection.setInstanceFollowRedirects(false);
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", config.getContentType());
        Map<String, List<String>> headers = config.getHeadersSupplier().get();
        if (headers != null) {
            headers.forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        }
        return connection;
    }

    private static int millis(Duration time) {
        return (int) Math.min(time.toMillis(), Integer.MAX_VALUE);
    }

    /** The executor is its owner's to stop. */
    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
