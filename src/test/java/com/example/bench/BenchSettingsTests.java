package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchSettingsTests {

    @Test
    void withoutArgumentsAllIsMeasuredAndWrittenDown() {
        BenchSettings settings = settings();
        assertThat(settings.parts()).containsExactly(Part.values());
        assertThat(settings.variants()).containsExactly(Variant.values());
        assertThat(settings.rounds()).isGreaterThanOrEqualTo(5);
        assertThat(settings.document()).isTrue();
    }

    @Test
    void partsAreNamedAndOptionsTaken() {
        BenchSettings settings = settings("--variants=A,B", "--starts=2", "--rounds=3", "order-read", "waits");
        assertThat(settings.parts()).containsExactly(Part.ORDER_READ, Part.WAITS);
        assertThat(settings.variants()).containsExactly(Variant.A, Variant.B);
        assertThat(settings.starts()).isEqualTo(2);
        assertThat(settings.rounds()).isEqualTo(3);
        assertThat(settings.document()).isFalse();
    }

    @Test
    void theDocumentAloneMeasuresNothing() {
        assertThat(settings("--document").parts()).isEmpty();
        assertThat(settings("--document").document()).isTrue();
    }

    @Test
    void theShortFormComparesTwoAndWritesNothing() {
        BenchSettings settings = settings("--short");
        assertThat(settings.isShort()).isTrue();
        assertThat(settings.document()).isFalse();
        assertThat(settings.parts()).containsExactly(Part.ORDER_READ);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("--round=3"))
                .withMessageContaining("--round=3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("reading"))
                .withMessageContaining("reading");
    }

    private static BenchSettings settings(String... arguments) {
        List<String> all = new ArrayList<>(List.of("agent.jar", "abc1234"));
        all.addAll(List.of(arguments));
        return BenchSettings.parse(all);
    }
}
