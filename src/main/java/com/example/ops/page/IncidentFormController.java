package com.example.ops.page;

import com.example.ops.incidents.Change;
import com.example.ops.incidents.IncidentHandling;
import com.example.ops.incidents.IncidentId;
import com.example.ops.incidents.IncidentStatus;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What people do to an incident by the forms of its page; each leads back to it. */
@Controller
@RequestMapping("/incidents/{id}")
class IncidentFormController {

    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_TEXT = 4_000;

    private final IncidentHandling handling;
    private final Clock clock;

    IncidentFormController(IncidentHandling handling, Clock clock) {
        this.handling = handling;
        this.clock = clock;
    }

    @PostMapping("/assignment")
    RedirectView assign(@PathVariable UUID id, @RequestParam(defaultValue = "") String assignee, Principal person) {
        return back(
                id, troubleOf(LONGEST_NAME, assignee), () -> handling.assign(incident(id), assignee, person.getName()));
    }

    @PostMapping("/notes")
    RedirectView note(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean action,
            Principal person) {
        return back(
                id, troubleOf(LONGEST_TEXT, text), () -> handling.note(incident(id), text, action, person.getName()));
    }

    @PostMapping("/status")
    RedirectView move(@PathVariable UUID id, @RequestParam(defaultValue = "") String status, Principal person) {
        IncidentStatus to = IncidentStatus.parse(status).orElse(null);
        if (to == null) {
            return back(id, FormTrouble.MOVED);
        }
        return back(id, Optional.empty(), () -> handling.move(incident(id), to, person.getName()));
    }

    @PostMapping("/resolution")
    RedirectView conclude(
            @PathVariable UUID id,
            @RequestParam(name = "root-cause", defaultValue = "") String rootCause,
            @RequestParam(defaultValue = "") String resolution,
            @RequestParam(name = "began-at", defaultValue = "") String beganAt,
            Principal person) {
        try {
            Instant began = past(beganAt);
            return back(
                    id,
                    troubleOf(LONGEST_TEXT, rootCause, resolution),
                    () -> handling.conclude(incident(id), rootCause, resolution, began, person.getName()));
        } catch (DateTimeParseException noTime) {
            return back(id, FormTrouble.TIME);
        }
    }

    /** In UTC, as the page says; none when nobody has written it. */
    private @Nullable Instant past(String moment) {
        if (moment.isBlank()) {
            return null;
        }
        Instant began = LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC);
        if (!IncidentHandling.mayHaveBegun(began, clock.instant())) {
            throw new DateTimeParseException("not then", moment, 0);
        }
        return began;
    }

    /** A browser counts a line break as one character and sends two. */
    private static Optional<FormTrouble> troubleOf(int longest, String... texts) {
        if (Stream.of(texts).anyMatch(String::isBlank)) {
            return Optional.of(FormTrouble.EMPTY);
        }
        boolean tooLong =
                Stream.of(texts).anyMatch(text -> text.replace("\r\n", "\n").length() > longest);
        return tooLong ? Optional.of(FormTrouble.LONG) : Optional.empty();
    }

    private static RedirectView back(UUID id, Optional<FormTrouble> trouble, Supplier<Change> change) {
        if (trouble.isPresent()) {
            return back(id, trouble.get());
        }
        return switch (change.get()) {
            case Change.Done done -> back(id, (FormTrouble) null);
            case Change.NoSuchIncident none -> throw new NotFound();
            case Change.IllegalMove illegal -> back(id, FormTrouble.MOVED);
        };
    }

    private static RedirectView back(UUID id, @Nullable FormTrouble trouble) {
        RedirectView page =
                new RedirectView("/incidents/" + id + (trouble == null ? "" : "?trouble=" + trouble.word()));
        page.setStatusCode(HttpStatus.SEE_OTHER);
        page.setExposeModelAttributes(false);
        return page;
    }

    private static IncidentId incident(UUID id) {
        return new IncidentId(id);
    }
}
