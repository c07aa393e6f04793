package com.example.ops.page;

import com.example.ops.incidents.Incident;
import com.example.ops.incidents.IncidentStatus;
import com.example.ops.incidents.Incidents;
import com.example.ops.slo.SloReport;
import com.example.ops.slo.SloReports;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is going on now: open incidents, the worst and oldest first, and how the objectives stand. */
@Controller
class OverviewController {

    private static final Comparator<Incident> WORST_FIRST = Comparator.comparing(Incident::sev)
            .thenComparing(incident -> incident.times().openedAt());

    private final Incidents incidents;
    private final SloReports objectives;
    private final Clock clock;

    OverviewController(Incidents incidents, SloReports objectives, Clock clock) {
        this.incidents = incidents;
        this.objectives = objectives;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView now() {
        Instant now = clock.instant();
        List<IncidentRow> open = Stream.of(
                        IncidentStatus.INVESTIGATING, IncidentStatus.IDENTIFIED, IncidentStatus.MONITORING)
                .flatMap(status -> incidents.newest(status).stream())
                .sorted(WORST_FIRST)
                .map(incident -> IncidentRow.of(incident, now))
                .toList();
        Optional<SloReport> report = objectives.current();
        List<ObjectiveRow> rows = report.map(known ->
                        known.objectives().stream().map(ObjectiveRow::of).toList())
                .orElse(List.of());
        return new ModelAndView(
                "now",
                Map.of("at", Shown.at(now), "incidents", open, "objectives", rows, "measured", report.isPresent()));
    }
}
