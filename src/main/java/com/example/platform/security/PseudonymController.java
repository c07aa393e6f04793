package com.example.platform.security;

import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells an operator under which pseudonym to search for a subject; the question itself is audited. */
@RestController
class PseudonymController {

    private final Pseudonyms pseudonyms;
    private final ApplicationEventPublisher events;

    PseudonymController(Pseudonyms pseudonyms, ApplicationEventPublisher events) {
        this.pseudonyms = pseudonyms;
        this.events = events;
    }

    record Lookup(String pseudonym) {}

    @GetMapping("/api/pseudonyms/{subject}")
    @PreAuthorize("hasRole('OPERATOR')")
    Lookup lookup(@PathVariable @Pattern(regexp = "[\\w.:|@-]{1,128}") String subject, Authentication operator) {
        String pseudonym = pseudonyms.of(subject);
        events.publishEvent(new OperatorAction("pseudonym.lookup", operator.getName(), "user/" + pseudonym, Map.of()));
        return new Lookup(pseudonym);
    }
}
