package com.example.ops.incidents;

import static com.example.ops.incidents.IncidentStatus.IDENTIFIED;
import static com.example.ops.incidents.IncidentStatus.INVESTIGATING;
import static com.example.ops.incidents.IncidentStatus.MONITORING;
import static com.example.ops.incidents.IncidentStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentStatusTests {

    private static final Map<IncidentStatus, Set<IncidentStatus>> LEGAL = Map.of(
            INVESTIGATING, Set.of(IDENTIFIED, MONITORING),
            IDENTIFIED, Set.of(INVESTIGATING, MONITORING),
            MONITORING, Set.of(INVESTIGATING, IDENTIFIED, RESOLVED),
            RESOLVED, Set.of());

    static Stream<Arguments> everyMove() {
        return Stream.of(IncidentStatus.values())
                .flatMap(from -> Stream.of(IncidentStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyMove")
    void onlyLegalMovesAreMade(IncidentStatus from, IncidentStatus to) {
        Incident incident = in(from);
        Instant now = incident.times().openedAt().plusSeconds(60);
        if (LEGAL.get(from).contains(to)) {
            Incident moved = incident.moves(to, now, false);
            assertThat(moved.status()).isEqualTo(to);
            assertThat(moved.times().acknowledgedAt()).isEqualTo(now);
            assertThat(moved.times().resolvedAt() != null).isEqualTo(to == RESOLVED);
            assertThat(moved.times().mitigatedAt() != null).isEqualTo(to == MONITORING || to == RESOLVED);
        } else {
            assertThatIllegalStateException().isThrownBy(() -> incident.moves(to, now, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWordOfAStatusIsReadBack(IncidentStatus status) {
        assertThat(IncidentStatus.parse(status.word())).contains(status);
        assertThat(IncidentStatus.parse(status.name())).isEmpty();
    }

    private static Incident in(IncidentStatus status) {
        Instant opened = Instant.parse("2026-11-22T10:00:00Z");
        Incident fresh = Incident.open(new IncidentGroup("test", "thing"), "Broken", new Sev(2), opened, opened);
        return switch (status) {
            case INVESTIGATING -> fresh;
            case IDENTIFIED -> moved(fresh, IDENTIFIED);
            case MONITORING -> fresh.calms(opened);
            case RESOLVED -> moved(fresh.calms(opened), RESOLVED);
        };
    }

    private static Incident moved(Incident incident, IncidentStatus to) {
        return incident.moves(to, incident.times().openedAt().plusSeconds(60), false);
    }
}
