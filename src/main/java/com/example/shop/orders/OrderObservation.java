package com.example.shop.orders;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The spans of orders, and the timers of the same names. */
enum OrderObservation implements ObservationDocumentation {

    /** Places an order: prices from the catalogue, one transaction. */
    PLACE {
        @Override
        public String getName() {
            return "order.place";
        }
    },

    /** Reads an order for its owner or for support. */
    GET {
        @Override
        public String getName() {
            return "order.get";
        }
    },

    /** Adds customer and product data to an order. */
    ENRICH {
        @Override
        public String getName() {
            return "order.enrich";
        }
    };

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return Detail.values();
    }

    enum Detail implements KeyName {

        /** The order. */
        ORDER_ID {
            @Override
            public String asString() {
                return "order.id";
            }
        }
    }
}
