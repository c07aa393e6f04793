package com.example.platform.observability;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.util.List;

/**
 * Where an exporter finds what it is made of: a sender of ours for a collector that is asked in the clear, as one beside the
 * application is, and all else where it would look by itself.
 */
final class SpanSenders implements ComponentLoader {

    private final ComponentLoader others = ComponentLoader.forClassLoader(SpanSenders.class.getClassLoader());

    @Override
    public <T> Iterable<T> load(Class<T> type) {
        HttpSenderProvider provider = this::sender;
        return type == HttpSenderProvider.class ? List.of(type.cast(provider)) : others.load(type);
    }

    private HttpSender sender(HttpSenderConfig config) {
        boolean plain = "http".equals(config.getEndpoint().getScheme())
                && config.getCompressor() == null
                && config.getProxyOptions() == null;
        return plain
                ? new SpanSender(config)
                : others.load(HttpSenderProvider.class).iterator().next().createSender(config);
    }
}
