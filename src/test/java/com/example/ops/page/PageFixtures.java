package com.example.ops.page;

import com.example.ops.incidents.EntryKind;
import com.example.ops.incidents.Incident;
import com.example.ops.incidents.IncidentAlert;
import com.example.ops.incidents.IncidentDetails;
import com.example.ops.incidents.IncidentGroup;
import com.example.ops.incidents.IncidentId;
import com.example.ops.incidents.IncidentLink;
import com.example.ops.incidents.IncidentStatus;
import com.example.ops.incidents.IncidentTimes;
import com.example.ops.incidents.Sev;
import com.example.ops.incidents.TimelineEntry;
import com.example.ops.slo.SloReport;
import com.example.ops.slo.SloReport.Figures;
import com.example.ops.slo.SloReport.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Incidents and objectives as the pages get them. */
final class PageFixtures {

    static final IncidentId ID = new IncidentId(UUID.fromString("7d5e0a52-6a55-4a3a-9d0e-0d6a0a4d7f10"));

    /** What somebody might put into a label. */
    static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{1111*1111}}${1111*1111}";

    private PageFixtures() {}

    static Incident incident(int sev, IncidentStatus status, String words) {
        Instant opened = Instant.now().minus(Duration.ofMinutes(125));
        boolean over = status == IncidentStatus.RESOLVED;
        IncidentTimes times = new IncidentTimes(
                opened, opened, null, null, null, null, null, over ? opened.plus(Duration.ofMinutes(42)) : null);
        return new Incident(
                ID, new IncidentGroup("demo", words), words, new Sev(sev), status, status, times, null, null, null);
    }

    static IncidentDetails details(IncidentStatus status, String words) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new IncidentDetails(
                incident(2, status, words),
                List.of(
                        new IncidentAlert(
                                "HighErrorRate", "critical", new Sev(2), words, words, Map.of(words, words), at, null),
                        new IncidentAlert(
                                words, "warning", new Sev(3), words, words, Map.of(), at, at.plusSeconds(60))),
                List.of(
                        new IncidentLink(
                                "Board of the service", "http://localhost:3000/d/service/service?var-service=x"),
                        new IncidentLink("Never shown", "javascript:alert(3)")),
                List.of(
                        new TimelineEntry(at, EntryKind.NOTE, "u-1234", "Note", words, null),
                        new TimelineEntry(
                                at, EntryKind.TRACE, "system", "A trace of it", words, "http://localhost:3000/explore"),
                        new TimelineEntry(at, EntryKind.LINK, "system", "Odd", null, "javascript:alert(4)")));
    }

    static SloReport report() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        return new SloReport(
                now,
                List.of(
                        new Objective(
                                "demo", "svc", "requests-availability", 0.999, 30, figures(0.9997, 0.7, 0.8, null)),
                        new Objective(
                                "demo",
                                "svc",
                                "requests-latency",
                                0.95,
                                30,
                                figures(0.9412, -0.18, 14.4, now.plus(Duration.ofDays(2)))),
                        new Objective("", "svc", "calls-success", 0.995, 30, null)));
    }

    private static Figures figures(double actual, double left, double burn, Instant exhaustion) {
        double target = left > 0 ? 0.999 : 0.95;
        return new Figures(
                actual,
                actual - target,
                left > 0,
                Duration.ofDays(12).toSeconds(),
                10_000_000,
                10_000,
                10_000 * (1 - left),
                43.2,
                43.2 * (1 - left),
                left,
                0.0125,
                Map.of("1h", burn),
                exhaustion);
    }
}
