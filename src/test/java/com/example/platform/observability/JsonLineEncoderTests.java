package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLineEncoderTests {

    private final LoggerContext logging = new LoggerContext();

    @Test
    void anIdThatLooksLikeACardNumberStaysAndWhatOthersSayIsRedacted() {
        JsonNode line = line(Map.of("spanId", "4111111111111111", "user", "somebody@example.com"));

        assertThat(line.get("span_id").asString()).isEqualTo("4111111111111111");
        assertThat(line.get("user").asString()).isEqualTo("[email]");
    }

    private JsonNode line(Map<String, String> context) {
        JsonLineEncoder encoder = new JsonLineEncoder();
        encoder.setContext(logging);
        encoder.start();
        LoggingEvent event =
                new LoggingEvent("test", logging.getLogger("test"), Level.INFO, "Something happened", null, null);
        event.setMDCPropertyMap(context);
        return JsonMapper.shared().readTree(encoder.encode(event));
    }
}
