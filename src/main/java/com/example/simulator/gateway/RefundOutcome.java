package com.example.simulator.gateway;

/** What became of a request to refund. */
sealed interface RefundOutcome {

    /** Paid out now and written into the ledger. */
    record Decided(Refund refund) implements RefundOutcome {}

    /** The key was used before for the same refund. */
    record Replayed(Refund refund) implements RefundOutcome {}

    /** The key was used before for another refund. */
    record KeyReused() implements RefundOutcome {}

    /** No charge succeeded under the key given. */
    record NoSuchCharge() implements RefundOutcome {}

    /** More than what is left of the charge after earlier refunds. */
    record ExceedsCharge() implements RefundOutcome {}
}
