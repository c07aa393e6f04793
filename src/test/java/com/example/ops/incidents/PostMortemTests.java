package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.OpsSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PostMortemTests {

    private static final Instant OPENED = Instant.parse("2026-11-22T10:00:00Z");

    private final IncidentLinks links = new IncidentLinks(
            new OpsSettings(
                    new OpsSettings.Backend(null),
                    new OpsSettings.Backend(null),
                    Duration.ofSeconds(2),
                    new OpsSettings.Page(URI.create("http://localhost:3000")),
                    new OpsSettings.Page(URI.create("http://localhost:8070"))),
            new JsonMapper());

    @Test
    void theWholeReport() {
        Incident incident = incident()
                .moves(IncidentStatus.IDENTIFIED, OPENED.plusSeconds(120), true)
                .calms(OPENED.plusSeconds(600))
                .moves(IncidentStatus.RESOLVED, OPENED.plusSeconds(5400), false)
                .assigned("on-call")
                .concluded("The *other* side\nwas away", "It came back", OPENED.minusSeconds(90));
        List<TimelineEntry> timeline = List.of(
                TimelineEntry.of(OPENED, EntryKind.STATUS, "Opened by an alert", null),
                TimelineEntry.link(OPENED, EntryKind.LINK, "Board of the service", null, "http://localhost:3000/d/x"),
                TimelineEntry.of(OPENED, EntryKind.ALERT, "Alert fires", "Broken (SEV-1): It is broken"),
                TimelineEntry.of(OPENED, EntryKind.VERSION, "Version running", "0.1.0 (3 instances)"),
                new TimelineEntry(
                        OPENED.plusSeconds(120), EntryKind.ACTION, "u_1", "Action item", "Try *again* later", null));
        String report = new PostMortem(
                        details(incident, timeline),
                        links,
                        BudgetCost.of(Map.of("availability", 0.95), Map.of(), Map.of("availability", 0.8)))
                .text();
        assertThat(report).isEqualTo("""
                # SEV-1: `Broken`

                - Service: `thing`
                - Environment: `test`
                - Status: resolved
                - Assigned to: `on-call`
                - Incident: 00000000-0000-0000-0000-000000000001

                ## Times

                - Began: 2026-11-22T09:58:30Z
                - First alert: 2026-11-22T09:59:50Z
                - Opened: 2026-11-22T10:00:00Z
                - Detection: 1 min 30 s (2026-11-22T10:00:00Z, from the beginning)
                - Acknowledgement: 2 min 0 s (2026-11-22T10:02:00Z, from the opening to a person's first act)
                - Mitigation: 10 min 0 s (2026-11-22T10:10:00Z, from the opening)
                - Resolution: 1 h 30 min 0 s (2026-11-22T11:30:00Z, from the opening)
                - Duration: 1 h 31 min 30 s (2026-11-22T11:30:00Z, from the beginning)

                ## Cost to the error budgets

                Since 15 minutes before it was opened, or since then where no figures of before are kept:

                - `availability`: **15.00 %** of the budget spent, from 95.00 % left to 80.00 % left

                ## Root cause

                > The \\*other\\* side
                > was away

                ## Resolution

                > It came back

                ## Timeline

                - 2026-11-22T10:00:00Z Opened by an alert
                - 2026-11-22T10:00:00Z Alert fires: `Broken (SEV-1): It is broken`
                - 2026-11-22T10:02:00Z Action item, by `u_1`: `Try *again* later`

                ## Alerts

                - SEV-1 `Broken`, from 2026-11-22T09:59:50Z, still fires, [runbook](<http://localhost:8070/runbooks/Broken>)

                ## Evidence

                - 2026-11-22T10:00:00Z Version running: `0.1.0 (3 instances)`
                - [Board of the service](<http://localhost:3000/d/x>)

                ## Action items

                - [ ] Try \\*again\\* later
                - [ ] Bring the runbook of `Broken` up to date
                """);
    }

    @Test
    void whatOnlyAPersonKnowsIsSaidToBeMissing() {
        String report = new PostMortem(
                        details(incident(), List.of()), links, BudgetCost.of(Map.of(), Map.of(), Map.of()))
                .text();
        assertThat(report)
                .contains("## Root cause\n\n_Missing: a person has to write it._")
                .contains("## Resolution\n\n_Missing: a person has to write it._")
                .contains("- Resolution: not yet")
                .contains(
                        "Detection: 10 s (2026-11-22T10:00:00Z, from the first alert; when the harm began nobody has written)")
                .contains("Not known: no error budget was recorded when it was opened.")
                .contains("- [ ] Write the root cause")
                .contains("- [ ] Write the resolution");
    }

    @Test
    void aBudgetThatGrewMeanwhileCostNothing() {
        assertThat(BudgetCost.of(Map.of("a", 0.5), Map.of("a", 0.6), Map.of()).text())
                .endsWith("- `a`: **0.00 %** of the budget spent, from 50.00 % left to 60.00 % left\n");
        assertThat(BudgetCost.of(Map.of("a", 0.5), Map.of(), Map.of()).text()).contains("not known what is left after");
    }

    private IncidentDetails details(Incident incident, List<TimelineEntry> timeline) {
        IncidentAlert alert =
                new IncidentAlert("Broken", "critical", new Sev(1), "", "", Map.of(), OPENED.minusSeconds(10), null);
        return new IncidentDetails(
                incident,
                List.of(alert),
                List.of(new IncidentLink("Board of the service", "http://localhost:3000/d/x")),
                timeline);
    }

    private static Incident incident() {
        Incident made = Incident.open(
                new IncidentGroup("test", "thing"), "Broken", new Sev(1), OPENED, OPENED.minusSeconds(10));
        return new Incident(
                new IncidentId(new UUID(0, 1)),
                made.group(),
                made.title(),
                made.sev(),
                made.status(),
                made.resumesAs(),
                made.times(),
                null,
                null,
                null);
    }
}
