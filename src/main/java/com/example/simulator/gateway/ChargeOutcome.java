package com.example.simulator.gateway;

/** What became of a request to charge. */
sealed interface ChargeOutcome {

    /** Decided now and written into the ledger. */
    record Decided(Charge charge) implements ChargeOutcome {}

    /** The key was used before for the same charge. */
    record Replayed(Charge charge) implements ChargeOutcome {}

    /** The key was used before for another charge. */
    record KeyReused() implements ChargeOutcome {}
}
