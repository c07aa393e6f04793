package com.example.shop.payments;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The spans of payments, and the timers of the same names. */
enum PaymentObservation implements ObservationDocumentation {

    /** Charges a payment through the gateway and settles it. */
    PROCESS {
        @Override
        public String getName() {
            return "payment.process";
        }
    },

    /** Finds out what became of a payment whose answer was lost. */
    RECONCILE {
        @Override
        public String getName() {
            return "payment.reconcile";
        }
    };

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return Label.values();
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
        return Detail.values();
    }

    enum Label implements KeyName {

        /** pending, captured, declined or failed: the state after the observation. */
        PAYMENT_STATUS {
            @Override
            public String asString() {
                return "payment.status";
            }
        },

        /** Why it was declined, or none. */
        PAYMENT_REASON {
            @Override
            public String asString() {
                return "payment.reason";
            }
        }
    }

    enum Detail implements KeyName {

        /** What is paid for. */
        ORDER_ID {
            @Override
            public String asString() {
                return "order.id";
            }
        },

        /** The payment. */
        PAYMENT_ID {
            @Override
            public String asString() {
                return "payment.id";
            }
        },

        /** The amount in major units of its currency. */
        PAYMENT_AMOUNT {
            @Override
            public String asString() {
                return "payment.amount";
            }
        }
    }
}
