package com.example.shop.payments;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** The meters of payments. */
enum PaymentMeter implements MeterDocumentation {

    /** What the gateway answered to charges. One that was unknown and settled later counts under both outcomes. */
    PAYMENTS {
        @Override
        public String getName() {
            return "payments";
        }

        @Override
        public Meter.Type getType() {
            return Meter.Type.COUNTER;
        }

        @Override
        public KeyName[] getKeyNames() {
            return Label.values();
        }
    },

    /** Refunds that the gateway answered. */
    REFUNDS {
        @Override
        public String getName() {
            return "payments.refunds";
        }

        @Override
        public Meter.Type getType() {
            return Meter.Type.COUNTER;
        }

        @Override
        public KeyName[] getKeyNames() {
            return new KeyName[] {Label.OUTCOME};
        }
    },

    /** Payments and refunds whose outcome is not known yet; read from the database, so read it with max. */
    UNSETTLED {
        @Override
        public String getName() {
            return "payments.unsettled";
        }

        @Override
        public Meter.Type getType() {
            return Meter.Type.GAUGE;
        }
    },

    /** Age of the oldest of them; read from the database, so read it with max. */
    UNSETTLED_AGE {
        @Override
        public String getName() {
            return "payments.unsettled.age";
        }

        @Override
        public Meter.Type getType() {
            return Meter.Type.GAUGE;
        }

        @Override
        public String getBaseUnit() {
            return "seconds";
        }
    };

    enum Label implements KeyName {

        /** captured, declined, unknown or not_sent; of a refund refunded or refused. */
        OUTCOME {
            @Override
            public String asString() {
                return "outcome";
            }
        },

        /** none, why it was declined, why it is unknown, or circuit_open. */
        REASON {
            @Override
            public String asString() {
                return "reason";
            }
        }
    }
}
