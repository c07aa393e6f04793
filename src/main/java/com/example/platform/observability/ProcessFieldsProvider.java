package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import java.util.List;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes which process a line is from: {@code service environment version instance}, which are the same in each line and
 * therefore redacted and quoted once.
 */
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
        String shown = Redaction.redact(value == null ? "unknown" : value);
        return new Field(name.key(), JsonMapper.shared().writeValueAsString(shown));
    }

    @Override
    public void writeTo(JsonGenerator generator, ILoggingEvent event) {
        for (Field field : fields) {
            generator.writeName(field.name());
            generator.writeRawValue(field.quoted());
        }
    }

    private record Field(String name, String quoted) {}
}
