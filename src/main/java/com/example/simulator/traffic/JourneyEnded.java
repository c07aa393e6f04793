package com.example.simulator.traffic;

/** Ends a journey before its last step, with an outcome that was already reported. */
class JourneyEnded extends RuntimeException {

    private final transient Outcome outcome;

    JourneyEnded(Outcome outcome) {
        super(outcome.label(), null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
