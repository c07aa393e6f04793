package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what a line tells beyond its message: the context of the request, the log type, the error and the event's own
 * fields. No field is written twice: an event's own wins over the context, and one that takes the name of a field that
 * every line has gets an underscore behind it.
 */
final class EventFieldsProvider extends AbstractJsonProvider<ILoggingEvent> {

    private static final List<LogFields> CONTEXT = LogFields.fromContext();
    private static final String DEFAULT_TYPE = "application";

    /**
     * What the platform has made or checked itself: ids and words of a few, without a secret and with nothing to quote. A
     * span id of decimal digits alone would be taken for a card number.
     */
    private static final Set<LogFields> CLEAN = EnumSet.of(
            LogFields.TRACE_ID, LogFields.SPAN_ID, LogFields.REQUEST_ID, LogFields.METHOD, LogFields.SYNTHETIC);

    private final StackTraces stackTraces = new StackTraces();

    EventFieldsProvider() {
        stackTraces.start();
    }

    @Override
    public void writeTo(JsonGenerator generator, ILoggingEvent event) {
        List<KeyValuePair> own = event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        writeContext(generator, event.getMDCPropertyMap(), own);
        writeClean(generator, LogFields.LOG_TYPE, logType(event.getMarkerList()));
        IThrowableProxy error = event.getThrowableProxy();
        if (error != null) {
            writeError(generator, event, error);
        }
        for (int i = 0; i < own.size(); i++) {
            KeyValuePair pair = own.get(i);
            if (pair.value != null && indexOf(own, pair.key) == i) {
                generator.writeName(nameOf(pair.key, error != null));
                write(generator, pair.value);
            }
        }
    }

    /** Most values are texts and numbers, for which no serializer needs to be looked up. */
    private static void write(JsonGenerator generator, Object value) {
        switch (value) {
            case String text -> generator.writeString(text);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case Boolean yes -> generator.writeBoolean(yes);
            default -> generator.writePOJO(value);
        }
    }

    private static void writeContext(JsonGenerator generator, Map<String, String> context, List<KeyValuePair> own) {
        if (context.isEmpty()) {
            return;
        }
        for (LogFields field : CONTEXT) {
            String value = context.get(field.contextKey());
            if (value != null && indexOf(own, field.key()) < 0) {
                if (CLEAN.contains(field)) {
                    writeClean(generator, field, value);
                } else {
                    generator.writeStringProperty(field.key(), value);
                }
            }
        }
    }

    /** Past the search for secrets. */
    private static void writeClean(JsonGenerator generator, LogFields field, String value) {
        generator.writeName(field.key());
        generator.writeRawValue('"' + value + '"');
    }

    private void writeError(JsonGenerator generator, ILoggingEvent event, IThrowableProxy error) {
        generator.writeStringProperty(LogFields.ERROR_TYPE.key(), error.getClassName());
        if (error.getMessage() != null) {
            generator.writeStringProperty(LogFields.ERROR_MESSAGE.key(), StackTraces.shown(error.getMessage()));
        }
        generator.writeStringProperty(LogFields.STACK_TRACE.key(), stackTraces.convert(event));
    }

    /** Of the markers only those of {@link LogType} count: bridges to other logging APIs set one of their own. */
    private static String logType(List<Marker> markers) {
        if (markers != null) {
            for (Marker marker : markers) {
                if (marker.equals(LogType.SECURITY) || marker.equals(LogType.AUDIT)) {
                    return marker.getName();
                }
            }
        }
        return DEFAULT_TYPE;
    }

    private static String nameOf(String key, boolean hasError) {
        return LogFields.isTaken(key, hasError) ? key + "_" : key;
    }

    private static int indexOf(List<KeyValuePair> pairs, String key) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).key.equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
