package com.example.simulator.traffic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One call to the shop, by its purpose; written in lower case with hyphens. */
enum Step {
    REGISTER,
    LOG_IN,
    LIST_PRODUCTS,
    VIEW_PRODUCT,
    PLACE_ORDER,
    VIEW_ORDER,
    LIST_ORDERS,
    PAY,
    PAY_AGAIN,
    REFUND;

    static List<String> labels() {
        return Stream.of(values()).map(Step::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
