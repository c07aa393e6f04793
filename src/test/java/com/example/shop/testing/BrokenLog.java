package com.example.shop.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Ways out of the log whose parts can be broken, beside those that there are. */
public final class BrokenLog implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final List<ch.qos.logback.core.Appender<ILoggingEvent>> appenders =
            List.of(new Broken(), filtered(), encoded());

    public BrokenLog() {
        appenders.forEach(appender -> {
            appender.setContext(root.getLoggerContext());
            appender.start();
            root.addAppender(appender);
        });
    }

    @Override
    public void close() {
        appenders.forEach(root::detachAppender);
    }

    private static UnsynchronizedAppenderBase<ILoggingEvent> filtered() {
        UnsynchronizedAppenderBase<ILoggingEvent> appender = new UnsynchronizedAppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {}
        };
        Filter<ILoggingEvent> filter = new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                BrokenPart.LOG_FILTER.strike();
                return FilterReply.NEUTRAL;
            }
        };
        filter.start();
        appender.addFilter(filter);
        return appender;
    }

    private static OutputStreamAppender<ILoggingEvent> encoded() {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        EncoderBase<ILoggingEvent> encoder = new EncoderBase<>() {
            @Override
            public byte[] headerBytes() {
                return new byte[0];
            }

            @Override
            public byte[] encode(ILoggingEvent event) {
                BrokenPart.LOG_ENCODER.strike();
                return new byte[0];
            }

            @Override
            public byte[] footerBytes() {
                return new byte[0];
            }
        };
        encoder.start();
        appender.setEncoder(encoder);
        appender.setOutputStream(OutputStream.nullOutputStream());
        return appender;
    }

    private static final class Broken extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            BrokenPart.LOG_APPENDER.strike();
        }
    }
}
