package com.example.chaos;

import java.util.List;
import java.util.function.Function;

/** What must hold between the ledgers once everything has come to rest; each is to find nothing. */
enum Check {
    CHARGE_WITHOUT_ORDER("charges without an order", MoneyChecks::chargesWithoutOrder),
    CHARGED_TWICE("orders charged twice", MoneyChecks::chargedTwice),
    BOOKS_DISAGREE("payments and refunds that the shop and the gateway see differently", MoneyChecks::disagreements),
    REFUND_BEYOND_CAPTURE("refunds beyond the capture", MoneyChecks::refundsBeyondCapture),
    LOSER_KEPT("charges that lost the race and were not refunded", MoneyChecks::losersKept),
    ACKNOWLEDGED_LOST("acknowledged payments, orders or refunds lost", ClientChecks::acknowledgedLost),
    TWO_OUTCOMES("keys with two different outcomes", ClientChecks::twoOutcomes),
    TWO_WINNERS("orders whose race had two winners", ClientChecks::twoWinners),
    STUCK("orders, payments or refunds stuck", StateChecks::stuck),
    SETTLED_LATE("settled later than 60 s of the gateway's presence", StateChecks::settledLate),
    WRONG_ORDER("changes of status in an order that no life has", StateChecks::wrongOrder);

    private final String what;
    private final Function<Books, List<String>> violations;

    Check(String what, Function<Books, List<String>> violations) {
        this.what = what;
        this.violations = violations;
    }

    String what() {
        return what;
    }

    /** One line each, with the ids to look for. */
    List<String> violations(Books books) {
        return violations.apply(books);
    }
}
