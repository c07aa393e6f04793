package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ContextBase;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

class ProcessFieldsProviderTests {

    private final ContextBase context = new ContextBase();

    @Test
    void whateverAProcessIsCalledTheLineIsJsonWithoutSecrets() {
        context.putProperty("service", "a \"quoted\"\nname");
        context.putProperty("instance", "of-somebody@example.com");

        assertThat(written())
                .isEqualTo(
                        "{\"service\":\"a \\\"quoted\\\"\\nname\",\"environment\":\"unknown\",\"version\":\"unknown\","
                                + "\"instance\":\"[email]\"}");
    }

    private String written() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonMapper.shared().createGenerator(text)) {
            generator.writeStartObject();
            new ProcessFieldsProvider(context).writeTo(generator, new LoggingEvent());
            generator.writeEndObject();
        }
        return text.toString();
    }
}
