package com.example.ops.incidents;

import com.example.platform.web.FieldReason;
import com.example.platform.web.Problems;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents for operators. */
@RestController
@RequestMapping("/api/incidents")
@PreAuthorize("hasRole('OPERATOR')")
class IncidentController {

    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final Incidents incidents;

    private final IncidentOpening opening;

    private final IncidentHandling handling;

    private final Clock clock;

    IncidentController(Incidents incidents, IncidentOpening opening, IncidentHandling handling, Clock clock) {
        this.incidents = incidents;
        this.opening = opening;
        this.handling = handling;
        this.clock = clock;
    }

    record Items(List<Incident> items) {}

    /** The group is kept as it is, so that alerts find it; what nobody sees has no place in it. */
    record Opening(
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{C}*")
            String environment,

            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{C}*")
            String service,

            @NotBlank @Size(max = 200) String title,
            @NotNull @Min(1) @Max(4) Integer sev) {}

    record Assignment(@NotBlank @Size(max = 100) String assignee) {}

    record Note(
            @NotBlank @Size(max = 4_000) String text,
            @Nullable Boolean action) {}

    record Move(@NotNull String status) {}

    record Conclusion(
            @JsonProperty("root_cause") @NotBlank @Size(max = 4_000)
            String rootCause,

            @NotBlank @Size(max = 4_000) String resolution,

            @JsonProperty("began_at") @Nullable Instant beganAt) {}

    @ApiResponse(
            responseCode = "200",
            description = "The newest incidents",
            content = @Content(schema = @Schema(implementation = Items.class)))
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> list(@RequestParam(required = false) @Nullable String status) {
        Optional<IncidentStatus> wanted = Optional.ofNullable(status).flatMap(IncidentStatus::parse);
        if (status != null && wanted.isEmpty()) {
            return Problems.invalid("status", FieldReason.UNKNOWN);
        }
        return ResponseEntity.ok(new Items(incidents.newest(wanted.orElse(null))));
    }

    @ApiResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = Incident.class)))
    @ApiResponse(responseCode = "409", description = "An incident is open for that service already")
    @PostMapping
    ResponseEntity<?> open(@Valid @RequestBody Opening body, Authentication operator) {
        IncidentGroup group = new IncidentGroup(body.environment(), body.service());
        return opening.open(group, body.title(), new Sev(body.sev()), operator.getName())
                .<ResponseEntity<?>>map(
                        incident -> ResponseEntity.created(URI.create("/api/incidents/" + incident.id()))
                                .body(incident))
                .orElseGet(() -> Problems.response(
                        HttpStatus.CONFLICT, "incident-open", "An incident is open for that service already."));
    }

    @ApiResponse(
            responseCode = "200",
            description = "The incident and what happened",
            content = @Content(schema = @Schema(implementation = IncidentDetails.class)))
    @ApiResponse(responseCode = "404", description = "There is no such incident")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> show(@PathVariable UUID id) {
        return incidents
                .find(new IncidentId(id))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(IncidentController::noSuchIncident);
    }

    @ApiResponse(
            responseCode = "200",
            description = "The report as Markdown",
            content = @Content(schema = @Schema(implementation = String.class)))
    @ApiResponse(responseCode = "404", description = "There is no such incident")
    @GetMapping(path = "/{id}/report", produces = MARKDOWN)
    ResponseEntity<?> report(@PathVariable UUID id) {
        return incidents
                .report(new IncidentId(id))
                .<ResponseEntity<?>>map(text -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(MARKDOWN))
                        .body(text))
                .orElseGet(IncidentController::noSuchIncident);
    }

    @Changed
    @PostMapping("/{id}/assignment")
    ResponseEntity<?> assign(@PathVariable UUID id, @Valid @RequestBody Assignment body, Authentication operator) {
        return answer(handling.assign(new IncidentId(id), body.assignee(), operator.getName()));
    }

    @Changed
    @PostMapping("/{id}/notes")
    ResponseEntity<?> note(@PathVariable UUID id, @Valid @RequestBody Note body, Authentication operator) {
        boolean action = Boolean.TRUE.equals(body.action());
        return answer(handling.note(new IncidentId(id), body.text(), action, operator.getName()));
    }

    @Changed
    @PostMapping("/{id}/status")
    ResponseEntity<?> move(@PathVariable UUID id, @Valid @RequestBody Move body, Authentication operator) {
        return IncidentStatus.parse(body.status())
                .<ResponseEntity<?>>map(to -> answer(handling.move(new IncidentId(id), to, operator.getName())))
                .orElseGet(() -> Problems.invalid("status", FieldReason.UNKNOWN));
    }

    @Changed
    @PostMapping("/{id}/resolution")
    ResponseEntity<?> conclude(@PathVariable UUID id, @Valid @RequestBody Conclusion body, Authentication operator) {
        if (body.beganAt() != null && isOutOfThisWorld(body.beganAt())) {
            return Problems.invalid("began_at", FieldReason.RANGE);
        }
        return answer(handling.conclude(
                new IncidentId(id), body.rootCause(), body.resolution(), body.beganAt(), operator.getName()));
    }

    private boolean isOutOfThisWorld(Instant at) {
        return !IncidentHandling.mayHaveBegun(at, clock.instant());
    }

    private static ResponseEntity<?> answer(Change change) {
        return switch (change) {
            case Change.Done done -> ResponseEntity.ok(done.incident());
            case Change.NoSuchIncident none -> noSuchIncident();
            case Change.IllegalMove illegal ->
                Problems.response(
                        HttpStatus.CONFLICT,
                        "illegal-move",
                        "An incident that is %s does not become %s."
                                .formatted(illegal.from().word(), illegal.to().word()));
        };
    }

    private static ResponseEntity<?> noSuchIncident() {
        return Problems.response(HttpStatus.NOT_FOUND, "incident-not-found", "There is no such incident.");
    }
}
