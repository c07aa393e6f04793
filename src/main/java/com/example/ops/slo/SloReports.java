package com.example.ops.slo;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;

/** Tells how the objectives stand, within two seconds; nothing when Prometheus has no answer that can be relied on. */
public class SloReports {

    private static final Logger log = LoggerFactory.getLogger(SloReports.class);

    private final Recordings recordings;

    private final Clock clock;

    SloReports(Recordings recordings, Clock clock) {
        this.recordings = recordings;
        this.clock = clock;
    }

    public Optional<SloReport> current() {
        try {
            return Optional.of(new SloReading(recordings.now(), clock.instant()).report());
        } catch (UnreliableFigures unreliable) {
            return none(unreliable.reason());
        } catch (RestClientException unanswered) {
            return none("no_answer");
        }
    }

    /** How they stood at a moment that is over; nothing as well when nothing was recorded then. */
    public Optional<SloReport> at(Instant moment) {
        try {
            return Optional.of(new SloReading(recordings.at(moment), moment).report());
        } catch (UnreliableFigures | RestClientException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<SloReport> none(String reason) {
        log.atWarn()
                .addKeyValue("event", "slo.unavailable")
                .addKeyValue("reason", reason)
                .log("No figures of the objectives");
        return Optional.empty();
    }
}
