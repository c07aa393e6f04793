package com.example.ops.page;

import com.example.ops.incidents.Incident;
import com.example.ops.incidents.IncidentId;
import com.example.ops.incidents.Incidents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows incidents: one, its report, and those that are over. */
@Controller
class IncidentPageController {

    private static final int PAGE = 25;

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final Incidents incidents;
    private final RunbookFolder runbooks;
    private final Markdown markdown;
    private final Clock clock;

    IncidentPageController(Incidents incidents, RunbookFolder runbooks, Markdown markdown, Clock clock) {
        this.incidents = incidents;
        this.runbooks = runbooks;
        this.markdown = markdown;
        this.clock = clock;
    }

    @GetMapping("/incidents")
    ModelAndView closed(@RequestParam(defaultValue = "1") int page) {
        int shown = Math.clamp(page, 1, 10_000);
        Instant now = clock.instant();
        List<Incident> found = incidents.resolved((shown - 1) * PAGE, PAGE + 1);
        List<IncidentRow> rows = found.stream()
                .limit(PAGE)
                .map(incident -> IncidentRow.of(incident, now))
                .toList();
        return new ModelAndView("closed", Map.of("incidents", rows, "page", shown, "more", found.size() > PAGE));
    }

    @GetMapping("/incidents/{id}")
    ModelAndView one(@PathVariable UUID id, @RequestParam(required = false) @Nullable String trouble) {
        IncidentPage page = incidents
                .find(new IncidentId(id))
                .map(details -> IncidentPage.of(details, clock.instant(), runbooks::isThere))
                .orElseThrow(NotFound::new);
        String told = FormTrouble.parse(trouble).map(FormTrouble::words).orElse("");
        return new ModelAndView("incident", Map.of("incident", page, "trouble", told));
    }

    @GetMapping("/incidents/{id}/report")
    ModelAndView report(@PathVariable UUID id) {
        return new ModelAndView(
                "text", Map.of("title", "Report", "incident", id.toString(), "html", markdown.html(text(id))));
    }

    @GetMapping("/incidents/{id}/report.md")
    ResponseEntity<String> download(@PathVariable UUID id) {
        String file = "incident-" + id + ".md";
        return ResponseEntity.ok()
                .contentType(MARKDOWN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(text(id));
    }

    private String text(UUID id) {
        return incidents.report(new IncidentId(id)).orElseThrow(NotFound::new);
    }
}
