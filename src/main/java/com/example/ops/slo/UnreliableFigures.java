package com.example.ops.slo;

/** What Prometheus answered cannot be what is recorded, so that no figure is better than one made of it. */
class UnreliableFigures extends RuntimeException {

    private final String reason;

    /** The reason is from a closed set, for it is logged. */
    UnreliableFigures(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
