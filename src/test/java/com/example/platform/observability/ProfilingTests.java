package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.RecordedLog;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class ProfilingTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ProfilingAutoConfiguration.class));

    @Test
    void nothingOfItIsThereUnlessAskedFor() {
        application.run(context ->
                assertThat(context).doesNotHaveBean(SpanProcessor.class).doesNotHaveBean(ProfilingProperties.class));
    }

    @Test
    void offIsOffInAnySpelling() {
        application
                .withPropertyValues("platform.profiling.enabled=off")
                .run(context -> assertThat(context).doesNotHaveBean(SpanProcessor.class));
    }

    @Test
    void theFolderIsTheWorkingDirectoryAndNotOneOfTheWebServer() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ProfilingAutoConfiguration.class))
                .withPropertyValues("platform.profiling.enabled=true")
                .run(context -> assertThat(
                                context.getBean(ProfilingProperties.class).directory())
                        .isEqualTo("."));
    }

    @Test
    void anApplicationThatCannotBeProfiledRunsAndSaysSo(@TempDir Path empty) {
        try (RecordedLog log = new RecordedLog(ProfilingAutoConfiguration.class.getName())) {
            application
                    .withPropertyValues(
                            "platform.profiling.enabled=true",
                            "platform.profiling.directory=" + empty.resolve("nothing"))
                    .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SpanProcessor.class));

            assertThat(log.lines())
                    .extracting(line -> RecordedLog.fields(line).get("event"))
                    .containsExactly("telemetry.profiling.failed");
        }
    }
}
