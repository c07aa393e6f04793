package com.example.simulator.gateway;

import java.util.Map;
import java.util.TreeMap;

/** Sums over everything ever decided, money in minor units by currency; not thread-safe. */
class Totals {

    private long succeeded;
    private long declined;
    private long refunds;
    private final Map<String, Long> charged = new TreeMap<>();
    private final Map<String, Long> refunded = new TreeMap<>();

    void add(Charge charge) {
        if (!charge.succeeded()) {
            declined++;
            return;
        }
        succeeded++;
        charged.merge(charge.money().currency(), charge.money().amount(), Long::sum);
    }

    void add(Refund refund) {
        refunds++;
        refunded.merge(refund.money().currency(), refund.money().amount(), Long::sum);
    }

    LedgerPage.Sums sums() {
        return new LedgerPage.Sums(succeeded, declined, refunds, Map.copyOf(charged), Map.copyOf(refunded));
    }
}
