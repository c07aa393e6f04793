package com.example.simulator.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The ledger as it is read: what is remembered, oldest first, and the totals of everything ever decided. */
record LedgerPage(List<ChargeBody> charges, List<RefundBody> refunds, Sums totals) {

    static LedgerPage of(Collection<Charge> charges, Collection<Refund> refunds, Totals totals) {
        return new LedgerPage(
                charges.stream().map(ChargeBody::of).toList(),
                refunds.stream().map(RefundBody::of).toList(),
                totals.sums());
    }

    /** Counts, and money in minor units by currency. */
    record Sums(
            @JsonProperty("charges_succeeded") long chargesSucceeded,
            @JsonProperty("charges_declined") long chargesDeclined,
            @JsonProperty("refunds") long refunds,
            Map<String, Long> charged,
            Map<String, Long> refunded) {}
}
