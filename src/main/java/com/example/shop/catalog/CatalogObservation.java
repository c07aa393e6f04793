package com.example.shop.catalog;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedObservation;
import io.micrometer.common.docs.KeyName;

/** The spans of the catalogue, and the timers of the same names. */
enum CatalogObservation implements DescribedObservation {
    PRODUCTS_FETCH;

    @Override
    public String getName() {
        return "products.fetch";
    }

    @Override
    public String meaning() {
        return "Reads the products of an order";
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return Detail.values();
    }

    enum Detail implements DescribedKey {
        PRODUCTS_COUNT;

        @Override
        public String asString() {
            return "products.count";
        }

        @Override
        public String meaning() {
            return "how many products were asked for, a number";
        }
    }
}
