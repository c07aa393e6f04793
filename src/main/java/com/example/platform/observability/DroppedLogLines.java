package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.concurrent.atomic.LongAdder;
import net.logstash.logback.appender.listener.AppenderListener;

/**
 * Counts the lines that are lost: those that an asynchronous appender had no room for, as its listener, and those that
 * could not be written. Logging starts before any meter, so it is static.
 */
public final class DroppedLogLines implements AppenderListener<ILoggingEvent> {

    private static final LongAdder DROPPED = new LongAdder();

    @Override
    public void eventAppendFailed(Appender<ILoggingEvent> appender, ILoggingEvent event, Throwable reason) {
        add();
    }

    /** One more line is lost. */
    static void add() {
        DROPPED.increment();
    }

    /** Lines lost since the process started. */
    static long count() {
        return DROPPED.sum();
    }
}
