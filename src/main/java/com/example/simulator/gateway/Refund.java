package com.example.simulator.gateway;

/** A refund that was paid out, in minor units of the charge's currency; never changes. */
record Refund(String id, String key, String chargeId, String chargeKey, Money money) {

    boolean isFor(String otherChargeKey, long otherAmount) {
        return chargeKey.equals(otherChargeKey) && money.amount() == otherAmount;
    }
}
