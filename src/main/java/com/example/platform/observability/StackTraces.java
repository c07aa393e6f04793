package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;
import org.jspecify.annotations.Nullable;

/** Stack traces with the root cause first, without the frames of the container, up to 8,192 characters. */
final class StackTraces extends ShortenedThrowableConverter {

    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_READ = 8_192;

    StackTraces() {
        setRootCauseFirst(true);
        setMaxDepthPerThrowable(30);
        setMaxLength(8_192);
        addExclude("^jdk\\.internal\\.|^java\\.lang\\.reflect\\.|^sun\\.reflect\\.");
        addExclude("^org\\.apache\\.(catalina|tomcat|coyote)\\.");
        addExclude("^org\\.springframework\\.(aop|cglib|web|security\\.web)\\.");
        addExclude("^jakarta\\.servlet\\.|\\$\\$SpringCGLIB\\$\\$");
    }

    @Override
    protected @Nullable String getMessage(IThrowableProxy throwable, ILoggingEvent event) {
        String message = super.getMessage(throwable, event);
        return message == null ? null : shown(message);
    }

    /** The message of an exception as a line may show it: redacted before it is cut, as half a secret passes for none. */
    static String shown(String message) {
        String redacted =
                Redaction.redact(message.length() > LONGEST_READ ? message.substring(0, LONGEST_READ) : message);
        return redacted.length() > LONGEST_MESSAGE ? redacted.substring(0, LONGEST_MESSAGE) : redacted;
    }
}
