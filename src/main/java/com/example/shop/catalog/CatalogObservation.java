package com.example.shop.catalog;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The spans of the catalogue. */
enum CatalogObservation implements ObservationDocumentation {

    /** Reads the products of an order. */
    PRODUCTS_FETCH {
        @Override
        public String getName() {
            return "products.fetch";
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return Detail.values();
        }
    };

    enum Detail implements KeyName {

        /** How many products were asked for. */
        PRODUCTS_COUNT {
            @Override
            public String asString() {
                return "products.count";
            }
        }
    }
}
