package com.example.platform.observability;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends each batch once, from one thread of the executor, which waits for the answer: at the most for the timeout of the
 * settings, whatever the collector does meanwhile. What fails is told to the listener, nothing is thrown. Thread-safe.
 */
final class SpanSender implements HttpSender {

    private final HttpSenderConfig config;

    private final Executor executor;

    /** One for all, since connections are kept by it. */
    private final @Nullable SSLSocketFactory encryption;

    SpanSender(HttpSenderConfig config, Executor executor) {
        this.config = config;
        this.executor = executor;
        encryption =
                config.getSslContext() == null ? null : config.getSslContext().getSocketFactory();
    }

    @Override
    public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
        try {
            SpanRequest request = new SpanRequest(connection(), message, config);
            CompletableFuture.supplyAsync(request::answer, executor)
                    // those of the socket end neither a write that is stuck nor an answer that comes byte by byte
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
                (HttpURLConnection) config.getEndpoint().toURL().openConnection(proxy());
        if (encryption != null && connection instanceof HttpsURLConnection encrypted) {
            encrypted.setSSLSocketFactory(encryption);
        }
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

    /** That of the settings, or none: those of the JVM are for what the application calls. */
    private Proxy proxy() {
        ProxyOptions options = config.getProxyOptions();
        return options == null
                ? Proxy.NO_PROXY
                : options.getProxySelector().select(config.getEndpoint()).getFirst();
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
