package com.example.ops.incidents;

import static com.example.ops.incidents.IncidentStatus.IDENTIFIED;
import static com.example.ops.incidents.IncidentStatus.INVESTIGATING;
import static com.example.ops.incidents.IncidentStatus.MONITORING;
import static com.example.ops.incidents.IncidentStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What alerts do to an incident by themselves. */
class IncidentTests {

    private final Instant opened = Instant.parse("2026-11-22T10:00:00Z");

    private final Instant later = opened.plusSeconds(600);

    private final Incident fresh =
            Incident.open(new IncidentGroup("test", "thing"), "Broken", new Sev(3), opened, opened.minusSeconds(10));

    @Test
    void theWorstSevWins() {
        assertThat(fresh.fires("Other", new Sev(1), false).sev()).isEqualTo(new Sev(1));
        assertThat(fresh.fires("Other", new Sev(1), false)
                        .fires("Other", new Sev(4), false)
                        .sev())
                .isEqualTo(new Sev(1));
    }

    @Test
    void itIsCalledAsItsWorstAlert() {
        assertThat(fresh.fires("Worse", new Sev(2), false).title()).isEqualTo("Worse");
        assertThat(fresh.fires("AsBad", new Sev(3), false).title()).isEqualTo("Broken");
    }

    @Test
    void itIsMonitoredWhenTheLastAlertHasEnded() {
        Incident calm = fresh.calms(later);
        assertThat(calm.status()).isEqualTo(MONITORING);
        assertThat(calm.times().mitigatedAt()).isEqualTo(later);
        assertThat(calm.times().quietSince()).isEqualTo(later);
        assertThat(calm.times().acknowledgedAt()).as("nobody has done anything").isNull();
    }

    @Test
    void itGoesBackToWhereItWasWhenAlertsFireAgain() {
        assertThat(fresh.calms(later).fires("Other", new Sev(3), false).status())
                .isEqualTo(INVESTIGATING);
        Incident identified = fresh.moves(IDENTIFIED, later, true);
        Incident again = identified.calms(later).proposes(later).fires("Other", new Sev(3), false);
        assertThat(again.status()).isEqualTo(IDENTIFIED);
        assertThat(again.times().mitigatedAt()).isNull();
        assertThat(again.times().quietSince()).isNull();
        assertThat(again.isResolutionProposed()).isFalse();
    }

    @Test
    void twiceThereAndBackIsStillWhereItWas() {
        Incident identified = fresh.moves(IDENTIFIED, later, true);
        assertThat(identified
                        .calms(later)
                        .fires("Other", new Sev(3), false)
                        .calms(later)
                        .fires("Other", new Sev(3), false)
                        .status())
                .isEqualTo(IDENTIFIED);
    }

    @Test
    void aPersonWhoMonitorsWhileAlertsFireIsNotToldThatItIsQuiet() {
        Incident monitored = fresh.moves(MONITORING, opened, true);
        assertThat(monitored.times().quietSince()).isNull();
        assertThat(monitored.calms(later).times().quietSince()).isEqualTo(later);
    }

    @Test
    void alertsDoNotReopenWhatAPersonHasResolved() {
        Incident resolved = fresh.calms(later).moves(RESOLVED, later, false);
        assertThat(resolved.fires("Other", new Sev(3), false).status()).isEqualTo(RESOLVED);
        assertThat(resolved.calms(later)).isEqualTo(resolved);
    }

    @Test
    void whatOnlyTellsWhatItHasCostDoesNotBringItBack() {
        Incident calm = fresh.calms(later);
        assertThat(calm.fires("Other", new Sev(2), true).status()).isEqualTo(MONITORING);
        assertThat(calm.fires("Other", new Sev(2), true).sev()).isEqualTo(new Sev(2));
        assertThat(calm.fires("Other", new Sev(2), true).times()).isEqualTo(calm.times());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, true", "0, 0, 2, true", "3, 0, 2, true", "3, 0, 0, false", "3, 1, 2, false"})
    void itIsCalmWhenNothingFiresThatWouldEndWithTheTrouble(int all, int symptoms, int ever, boolean calm) {
        assertThat(new Firing(all, symptoms, ever).isCalm()).isEqualTo(calm);
    }

    @Test
    void theFirstActOfAPersonIsTheOneThatCounts() {
        assertThat(fresh.acknowledged(opened).acknowledged(later).times().acknowledgedAt())
                .isEqualTo(opened);
    }
}
