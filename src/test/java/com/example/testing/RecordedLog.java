package com.example.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** The log lines of one logger while this is open. */
public final class RecordedLog implements AutoCloseable {

    private final Logger logger;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    public RecordedLog(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        appender.list = new CopyOnWriteArrayList<>();
        appender.start();
        logger.addAppender(appender);
    }

    public List<ILoggingEvent> lines() {
        return List.copyOf(appender.list);
    }

    /** Lines whose field {@code event} is this, with the given marker. */
    public List<ILoggingEvent> events(Marker marker, String event) {
        return lines().stream()
                .filter(line ->
                        line.getMarkerList() != null && line.getMarkerList().contains(marker))
                .filter(line -> event.equals(fields(line).get("event")))
                .toList();
    }

    public static Map<String, Object> fields(ILoggingEvent line) {
        return line.getKeyValuePairs() == null
                ? Map.of()
                : line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
