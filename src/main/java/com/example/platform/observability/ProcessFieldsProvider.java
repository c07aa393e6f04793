package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import java.util.List;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/** Writes which process a line is from: {@code service environment version instance}. */
final class ProcessFieldsProvider extends AbstractJsonProvider<ILoggingEvent> {

    private final List<Field> fields;

    ProcessFieldsProvider(Context context) {
        this.fields = List.of(
                field(context, LogFields.SERVICE),
                field(context, LogFields.ENVIRONMENT),
                field(context, LogFields.VERSION),
                field(context, LogFields.INSTANCE));
    }

    private static Field field(Context context, LogFields name) {
        String value = context.getProperty(name.key());
        return new Field(name.key(), value == null ? "unknown" : value);
    }

    @Override
    public void writeTo(JsonGenerator generator, ILoggingEvent event) {
        for (Field field : fields) {
            generator.writeStringProperty(field.name(), field.value());
        }
    }

    private record Field(String name, String value) {}
}
