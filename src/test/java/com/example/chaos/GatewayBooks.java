package com.example.chaos;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the gateway says in the end. */
record GatewayBooks(List<Charge> charges, List<Refund> refunds) {

    /** A decided charge under the key that the shop gave it: the id of its payment. */
    record Charge(String key, long amount, boolean succeeded) {}

    /** Money that went back, under the id of the shop's refund. */
    record Refund(String key, String charge, long amount) {}

    static GatewayBooks of(JsonNode ledger) {
        Map<String, String> keys = ledger.at("/charges")
                .valueStream()
                .collect(Collectors.toMap(charge -> text(charge, "/id"), charge -> text(charge, "/idempotency_key")));
        return new GatewayBooks(
                ledger.at("/charges").valueStream().map(GatewayBooks::charge).toList(),
                ledger.at("/refunds")
                        .valueStream()
                        .map(refund -> new Refund(
                                text(refund, "/idempotency_key"),
                                keys.get(text(refund, "/charge_id")),
                                refund.at("/amount").asLong()))
                        .toList());
    }

    private static Charge charge(JsonNode charge) {
        return new Charge(
                text(charge, "/idempotency_key"),
                charge.at("/amount").asLong(),
                text(charge, "/status").equals("succeeded"));
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString();
    }

    List<Charge> succeeded() {
        return charges.stream().filter(Charge::succeeded).toList();
    }

    /** What went back of each charge, by the key of the charge. */
    Map<String, Long> refunded() {
        return refunds.stream().collect(Collectors.groupingBy(Refund::charge, Collectors.summingLong(Refund::amount)));
    }
}
