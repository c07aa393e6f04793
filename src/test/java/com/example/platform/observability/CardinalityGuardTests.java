package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CardinalityGuardTests {

    private final CardinalityGuard guard = new CardinalityGuard(new CardinalityProperties(100, Map.of("wide", 150)));
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Logger logger = (Logger) LoggerFactory.getLogger(CardinalityGuard.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void install() {
        registry.config()
                .meterFilter(MeterFilter.commonTags(List.of(Tag.of("service", "test"))))
                .meterFilter(guard);
        guard.bindTo(registry);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void uninstall() {
        logger.detachAppender(lines);
    }

    @Test
    void aHundredThousandValuesMakeAHundredSeriesAndOneForTheRest() {
        for (int i = 0; i < 100_000; i++) {
            registry.counter("things", "id", UUID.randomUUID().toString()).increment();
        }

        assertThat(registry.find("things").counters()).hasSize(101);
        assertThat(registry.get("things").tag("id", "other").counter().count()).isEqualTo(99_900);
        assertThat(registry.get("telemetry.cardinality.capped")
                        .tags("meter", "things", "label", "id")
                        .functionCounter()
                        .count())
                .isEqualTo(99_900);
        assertThat(lines.list).hasSize(1);
    }

    @Test
    void severalThreadsTogetherGetNoMoreSeries() {
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> registry.counter("things", "id", "v" + i).increment());

        assertThat(registry.find("things").counters()).hasSize(101);
        assertThat(lines.list).hasSize(1);
    }

    @Test
    void aLabelMayHaveACapOfItsOwn() {
        for (int i = 0; i < 1_000; i++) {
            registry.timer("things", "wide", "v" + i, "narrow", "w" + i);
        }

        assertThat(registry.find("things").timers().stream()
                        .map(t -> t.getId().getTag("wide"))
                        .distinct())
                .hasSize(151);
        assertThat(registry.find("things").timers().stream()
                        .map(t -> t.getId().getTag("narrow"))
                        .distinct())
                .hasSize(101);
    }

    @Test
    void labelsWithinTheirCapAndCommonTagsAreLeftAsTheyAre() {
        registry.counter("things", "kind", "small").increment();

        assertThat(registry.get("things")
                        .tags("kind", "small", "service", "test")
                        .counter()
                        .count())
                .isOne();
        assertThat(lines.list).isEmpty();
    }

    @Test
    void aSecretBecomesNoLabelValue() {
        registry.counter("things", "id", "4111 1111 1111 1111").increment();

        assertThat(registry.get("things").counter().getId().getTag("id")).isEqualTo("redacted");
    }
}
