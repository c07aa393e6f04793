package com.example.ops.slo;

import com.example.platform.web.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The report for programs and for people. */
@RestController
@RequestMapping("/api/slo")
@PreAuthorize("hasRole('OPERATOR')")
class SloController {

    private final SloReports reports;

    SloController(SloReports reports) {
        this.reports = reports;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report() {
        return answer(Function.identity(), MediaType.APPLICATION_JSON);
    }

    @GetMapping(produces = MediaType.TEXT_MARKDOWN_VALUE)
    ResponseEntity<?> markdown() {
        return answer(SloMarkdown::of, MediaType.TEXT_MARKDOWN);
    }

    private ResponseEntity<?> answer(Function<SloReport, ?> form, MediaType type) {
        Optional<SloReport> report = reports.current();
        return report.isPresent()
                ? ResponseEntity.ok().contentType(type).body(form.apply(report.get()))
                : Problems.unavailable(
                        "objectives-unknown",
                        "There are no reliable figures of the objectives now; try again later.",
                        Duration.ofSeconds(10));
    }
}
