package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.util.Duration;
import java.util.concurrent.CountDownLatch;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;
import org.junit.jupiter.api.Test;

class DroppedLogLinesTests {

    @Test
    void aBlockedWriterCostsLinesThatAreCountedAndNeverTheCaller() {
        CountDownLatch gate = new CountDownLatch(1);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger logger = loggerOver(context, gate);
        long before = DroppedLogLines.count();
        long started = System.nanoTime();

        for (int i = 0; i < 1_000; i++) {
            logger.info("line");
        }

        assertThat(java.time.Duration.ofNanos(System.nanoTime() - started)).isLessThan(java.time.Duration.ofSeconds(2));
        assertThat(DroppedLogLines.count() - before).isBetween(900L, 1_000L);
        gate.countDown();
        context.stop();
    }

    private static Logger loggerOver(LoggerContext context, CountDownLatch gate) {
        AppenderBase<ILoggingEvent> blocked = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        blocked.setContext(context);
        blocked.start();
        LoggingEventAsyncDisruptorAppender async = new LoggingEventAsyncDisruptorAppender();
        async.setContext(context);
        async.setRingBufferSize(32);
        async.setAddDefaultStatusListener(false);
        async.setShutdownGracePeriod(Duration.buildByMilliseconds(200));
        async.addListener(new DroppedLogLines());
        async.addAppender(blocked);
        async.start();
        Logger logger = context.getLogger("test");
        logger.setLevel(Level.INFO);
        logger.addAppender(async);
        return logger;
    }
}
