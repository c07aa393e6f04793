package com.example.platform.observability;

import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Which traces are kept, and how their spans leave without anything waiting for the collector. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass(SdkTracerProvider.class)
@EnableConfigurationProperties({TrustProperties.class, OpenTelemetryTracingProperties.class})
class SpanExportAutoConfiguration {

    /** A span of ours follows its parent; a stranger's flag counts only when it is trusted. */
    @Bean
    Sampler sampler(TracingProperties sampling, TrustProperties trust) {
        Sampler ratio = new OwnRatio(sampling.getSampling().getProbability());
        return Sampler.parentBasedBuilder(ratio)
                .setRemoteParentSampled(trust.trustRemoteSampling() ? Sampler.alwaysOn() : ratio)
                .setRemoteParentNotSampled(trust.trustRemoteSampling() ? Sampler.alwaysOff() : ratio)
                .build();
    }

    @Bean
    SpanExport spanExport() {
        return new SpanExport();
    }

    @Bean
    WatchedSpanExporters watchedSpanExporters(ObjectProvider<SpanExporter> exporters, SpanExport export) {
        return new WatchedSpanExporters(exporters
                .orderedStream()
                .map(exporter -> new WatchedSpanExporter(exporter, export))
                .toList());
    }

    @Bean
    BatchSpanProcessor batchSpanProcessor(
            WatchedSpanExporters exporters, SpanExport export, OpenTelemetryTracingProperties properties) {
        OpenTelemetryTracingProperties.Export settings = properties.getExport();
        return BatchSpanProcessor.builder(SpanExporter.composite(List.copyOf(exporters.all())))
                .setExporterTimeout(settings.getTimeout())
                .setMaxExportBatchSize(settings.getMaxBatchSize())
                .setMaxQueueSize(settings.getMaxQueueSize())
                .setScheduleDelay(settings.getScheduleDelay())
                .setMeterProvider(new DroppedSpans(export::dropped))
                .build();
    }

    @Bean
    ExportThreads exportThreads() {
        return new ExportThreads();
    }

    @Bean
    SpanExportLifecycle spanExportLifecycle(
            BatchSpanProcessor processor, WatchedSpanExporters exporters, ExportThreads threads) {
        return new SpanExportLifecycle(processor, exporters.all(), threads);
    }

    /**
     * From one thread a batch, which nobody waits for when all stops, where the collector is asked in the clear: half of what
     * the senders of OpenTelemetry cost. Spans are walked through once: by default it is twice, to save garbage, for a third
     * more processor time, and what is given up then changes while it may still be sent.
     */
    @Bean
    OtlpHttpSpanExporterBuilderCustomizer sentFromOneThread(ExportThreads threads) {
        return builder -> builder.setExecutorService(threads.executor())
                .setComponentLoader(new SpanSenders())
                .setMemoryMode(MemoryMode.IMMUTABLE_DATA);
    }

    /** One attempt a batch: the next batch is the retry, and a dead collector holds no memory in between. */
    @Bean
    OtlpHttpSpanExporterBuilderCustomizer singleAttempt() {
        return builder -> builder.setRetryPolicy(null);
    }

    /** In a type of its own, so that they are not taken for further exporters. */
    record WatchedSpanExporters(List<WatchedSpanExporter> all) {}
}
