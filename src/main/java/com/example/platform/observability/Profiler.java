package com.example.platform.observability;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiler while it runs. */
final class Profiler implements SampleMarks {

    private static final Logger log = LoggerFactory.getLogger(Profiler.class);

    private static final String AGENT = "io.pyroscope.javaagent.";

    private static final long NO_SPAN = 0;

    private static final long NO_NAME = 0;

    private final AtomicBoolean failing = new AtomicBoolean();

    private final AtomicBoolean stopped = new AtomicBoolean();

    private final ProfilerJar jar;

    private final Object marks;

    private final Method context;

    private final Method trace;

    private final Method noTrace;

    private Profiler(ProfilerJar jar) throws ReflectiveOperationException {
        this.jar = jar;
        Class<?> type = jar.type(AGENT + "ProfilerSdk");
        marks = type.getConstructor().newInstance();
        context = type.getMethod("setTracingContext", long.class, long.class);
        trace = type.getMethod("setTraceId", String.class);
        noTrace = type.getMethod("clearTraceId");
    }

    /** Starts it with settings named as its environment variables, which win over them. */
    static Profiler start(ProfilingProperties properties, Map<String, String> settings)
            throws IOException, ReflectiveOperationException {
        var profiler = new Profiler(ProfilerJar.open(Path.of(properties.directory())));
        profiler.run(settings);
        log.atInfo().addKeyValue("event", "telemetry.profiling.started").log("Profiling started");
        return profiler;
    }

    private void run(Map<String, String> settings) throws ReflectiveOperationException {
        Class<?> provider = jar.type(AGENT + "api.ConfigurationProvider");
        Class<?> logger = jar.type(AGENT + "api.Logger");
        Class<?> config = jar.type(AGENT + "config.Config");
        Class<?> options = jar.type(AGENT + "PyroscopeAgent$Options");
        Class<?> builder = jar.type(AGENT + "PyroscopeAgent$Options$Builder");
        Object values = jar.implement(provider, arguments -> setting(settings, String.valueOf(arguments[0])));
        Object configured = config.getMethod("build", provider).invoke(null, values);
        Object built = builder.getConstructor(config).newInstance(configured);
        builder.getMethod("setLogger", logger).invoke(built, jar.implement(logger, this::tell));
        jar.type(AGENT + "PyroscopeAgent")
                .getMethod("start", options)
                .invoke(null, builder.getMethod("build").invoke(built));
    }

    private static @Nullable String setting(Map<String, String> settings, String name) {
        String explicit = System.getenv(name);
        return explicit == null ? settings.get(name) : explicit;
    }

    /** What the profiler has to say, of which only the first complaint matters. */
    private @Nullable Object tell(Object[] arguments) {
        if ("ERROR".equals(String.valueOf(arguments[0])) && failing.compareAndSet(false, true)) {
            log.atWarn().addKeyValue("event", "telemetry.profiling.failing").log("Profiles cannot be taken or sent");
        }
        return null;
    }

    @Override
    public void enter(String traceId, String spanId) {
        call(context, Long.parseUnsignedLong(spanId, 16), NO_NAME);
        call(trace, traceId);
    }

    @Override
    public void leave() {
        call(context, NO_SPAN, NO_NAME);
        call(noTrace);
    }

    private void call(Method method, Object... arguments) {
        try {
            method.invoke(marks, arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try {
            jar.type(AGENT + "PyroscopeAgent").getMethod("stop").invoke(null);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
