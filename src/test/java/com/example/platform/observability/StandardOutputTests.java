package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class StandardOutputTests {

    private final PrintStream before = System.out;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch read = new CountDownLatch(1);
    private final StandardOutput appender = new StandardOutput();

    @AfterEach
    void restore() {
        read.countDown();
        System.setOut(before);
    }

    @Test
    void aWriterThatNobodyReadsDoesNotHoldTheEnd() throws InterruptedException {
        System.setOut(new PrintStream(new FullPipe(), false, StandardCharsets.UTF_8));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        appender.setContext(context);
        appender.setEncoder(new Line());
        appender.start();
        ILoggingEvent event = new LoggingEvent("", context.getLogger("test"), Level.INFO, "line", null, null);
        Thread writer = Thread.ofPlatform().daemon().start(() -> write(event));
        assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();

        Thread end = Thread.ofPlatform().daemon().start(appender::stop);
        await().atMost(Duration.ofSeconds(5)).until(() -> !end.isAlive());
        assertThat(writer.isAlive()).isTrue();
        assertThat(appender.isStarted()).isFalse();
    }

    /** As the asynchronous appender does at the end of a batch. */
    private void write(ILoggingEvent event) {
        appender.doAppend(event);
        try {
            appender.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class FullPipe extends OutputStream {

        @Override
        public void write(int single) {
            reached.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Line extends EncoderBase<ILoggingEvent> {

        @Override
        public byte[] headerBytes() {
            return new byte[0];
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            return "line\n".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] footerBytes() {
            return new byte[0];
        }
    }
}
