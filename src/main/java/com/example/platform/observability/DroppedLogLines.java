package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.concurrent.atomic.LongAdder;
import net.logstash.logback.appender.listener.AppenderListener;

/** Counts the lines that an asynchronous appender had no room for; logging starts before any meter, so it is static. */
public final class DroppedLogLines implements AppenderListener<ILoggingEvent> {

    private static final LongAdder DROPPED = new LongAdder();

    @Override
    public void eventAppendFailed(Appender<ILoggingEvent> appender, ILoggingEvent event, Throwable reason) {
        DROPPED.increment();
    }

    /** Lines dropped since the process started. */
    static long count() {
        return DROPPED.sum();
    }
}
