package com.example.platform.observability;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Profiles joined with traces, when they are asked for; an application that cannot be profiled runs without. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass(SdkTracerProvider.class)
@ConditionalOnBooleanProperty("platform.profiling.enabled")
@EnableConfigurationProperties(ProfilingProperties.class)
class ProfilingAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ProfilingAutoConfiguration.class);

    @Bean
    SpanProcessor profiledRoots(ProfilingProperties properties, Environment environment) {
        try {
            return new ProfiledRoots(Profiler.start(properties, settings(properties, environment)));
        } catch (Exception | LinkageError failure) {
            log.atWarn()
                    .addKeyValue("event", "telemetry.profiling.failed")
                    .setCause(failure)
                    .log("Profiling did not start");
            return SpanProcessor.composite();
        }
    }

    private static Map<String, String> settings(ProfilingProperties properties, Environment environment) {
        return Map.of(
                "PYROSCOPE_APPLICATION_NAME", environment.getProperty("spring.application.name", "application"),
                "PYROSCOPE_LABELS", labels(environment),
                "PYROSCOPE_SERVER_ADDRESS", properties.server().toString(),
                "PYROSCOPE_FORMAT", "jfr",
                // a timer of each thread: it needs no right that a container does not have
                "PYROSCOPE_PROFILER_EVENT", "itimer",
                "PYROSCOPE_PROFILER_ALLOC", properties.allocation(),
                "PYROSCOPE_INGEST_MAX_TRIES", "1");
    }

    /** The labels that metrics and lines have too. */
    private static String labels(Environment environment) {
        return "environment=%s,version=%s,instance=%s"
                .formatted(
                        environment.getProperty("platform.environment", "local"),
                        environment.getProperty("spring.application.version", "unknown"),
                        environment.getProperty("platform.instance", "unknown"));
    }
}
