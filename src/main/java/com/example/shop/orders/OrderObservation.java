package com.example.shop.orders;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedObservation;
import io.micrometer.common.docs.KeyName;

/** The spans of orders, and the timers of the same names. */
enum OrderObservation implements DescribedObservation {
    PLACE("order.place", "Places an order: prices from the catalogue, one transaction"),
    GET("order.get", "Reads an order for its owner or for support"),
    ENRICH("order.enrich", "Adds customer and product data to an order");

    private final String observationName;

    private final String meaning;

    OrderObservation(String observationName, String meaning) {
        this.observationName = observationName;
        this.meaning = meaning;
    }

    @Override
    public String getName() {
        return observationName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return Detail.values();
    }

    enum Detail implements DescribedKey {
        ORDER_ID;

        @Override
        public String asString() {
            return "order.id";
        }

        @Override
        public String meaning() {
            return "the order";
        }
    }
}
