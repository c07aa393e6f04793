package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewsTests {

    private final Instant start = Instant.parse("2026-11-22T10:00:00Z");

    private final Instant end = start.plusSeconds(300);

    private final Instant now = end.plusSeconds(5);

    private final IncidentId open = new IncidentId(UUID.randomUUID());

    private final IncidentId closed = new IncidentId(UUID.randomUUID());

    @Test
    void whatNobodyKnowsFires() {
        assertThat(news(firing(start)).fired()).hasSize(1);
    }

    @Test
    void theSameTwiceInOneNotificationIsOne() {
        assertThat(News.of(List.of(firing(start), firing(start)), List.of(), now)
                        .fired())
                .hasSize(1);
    }

    @Test
    void whatFiresAlreadyIsNoNews() {
        assertThat(news(firing(start), fires(open, start)).isEmpty()).isTrue();
        assertThat(news(firing(start.minusSeconds(5)), fires(open, start)).isEmpty())
                .as("merged with an older one of the same labels")
                .isTrue();
    }

    @Test
    void whatStillFiredWhenAPersonClosedItIsNoNews() {
        assertThat(news(firing(start), fires(closed, start)).isEmpty()).isTrue();
    }

    @Test
    void anEndIsNewsOnce() {
        assertThat(news(ended(start), fires(open, start)).ended()).hasSize(1);
        assertThat(news(ended(start), over(open)).isEmpty()).isTrue();
        assertThat(news(ended(start)).isEmpty()).isTrue();
    }

    @Test
    void anEndAlsoReachesAnIncidentThatWasClosedBefore() {
        assertThat(news(ended(start), fires(closed, start)).ended()).hasSize(1);
    }

    @Test
    void anOldEndDoesNotEndWhatBeganLater() {
        assertThat(news(ended(start), fires(open, end.plusSeconds(1))).isEmpty())
                .isTrue();
    }

    @Test
    void aNotificationThatComesLateDoesNotFireAgain() {
        assertThat(news(firing(start), over(open)).isEmpty()).isTrue();
        assertThat(news(firing(start), over(closed)).isEmpty()).isTrue();
    }

    @Test
    void whatBeginsAfterTheEndFiresAgain() {
        assertThat(news(firing(end.plusSeconds(1)), over(open)).fired()).hasSize(1);
    }

    @Test
    void whatStillSaysThatItFiresLongAfterItsEndIsTakenAtItsWord() {
        Instant longAfter = now.plus(News.ECHO);
        assertThat(News.of(List.of(firing(start)), List.of(over(open)), longAfter)
                        .fired())
                .hasSize(1);
        assertThat(News.of(List.of(firing(start)), List.of(over(open)), longAfter.minus(Duration.ofSeconds(1)))
                        .isEmpty())
                .isTrue();
    }

    private News news(HeardAlert heard, KnownAlert... known) {
        return News.of(List.of(heard), List.of(known), now);
    }

    private HeardAlert firing(Instant from) {
        return alert(from, null);
    }

    private HeardAlert ended(Instant from) {
        return alert(from, end);
    }

    private static HeardAlert alert(Instant from, Instant to) {
        IncidentGroup group = new IncidentGroup("test", "thing");
        return new HeardAlert(group, "f", "Broken", "critical", new Sev(2), "", "", Map.of(), "g", from, to);
    }

    private static KnownAlert fires(IncidentId incident, Instant from) {
        return new KnownAlert(incident, "f", from, null, null);
    }

    private KnownAlert over(IncidentId incident) {
        return new KnownAlert(incident, "f", start, end, now);
    }
}
