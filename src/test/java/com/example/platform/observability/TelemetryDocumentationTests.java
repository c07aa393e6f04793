package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.TelemetryDocumentation;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TelemetryDocumentationTests {

    private static final Path FILE = Path.of("docs", "telemetry.md");

    @Test
    void theDocumentSaysWhatTheCodeSays() throws IOException {
        String rendered = TelemetryDocumentation.render();
        if (Boolean.getBoolean("telemetry.docs.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, rendered);
        }

        assertThat(FILE)
                .as("write it anew with -Dtelemetry.docs.update=true")
                .content()
                .isEqualTo(rendered);
    }

    @Test
    void everyMeterHasAnOwnNameInLowerCaseAndAMeaning() {
        assertThat(TelemetryDocumentation.meters())
                .isNotEmpty()
                .allSatisfy(meter -> {
                    assertThat(meter.getName()).matches("[a-z][a-z0-9]*([._][a-z0-9]+)*");
                    assertThat(meter).isInstanceOf(DescribedMeter.class);
                })
                .extracting(MeterDocumentation::getName)
                .doesNotHaveDuplicates();
    }
}
