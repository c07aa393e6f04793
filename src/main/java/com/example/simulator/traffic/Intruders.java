package com.example.simulator.traffic;

import java.util.random.RandomGenerator;

/** The journeys of those whom the shop has to turn away; they are completed when it does. */
class Intruders {

    private final ForgedTokens forged;
    private final RandomGenerator random;

    Intruders(ForgedTokens forged, RandomGenerator random) {
        this.forged = forged;
        this.random = random;
    }

    void logInWrongly(Visit visit) {
        visit.expect(401, Step.LOG_IN, ShopCall.logIn(Identity.invented()));
    }

    void forgeToken(Visit visit) {
        String token = switch (random.nextInt(3)) {
            case 0 -> forged.garbage();
            case 1 -> forged.unsigned();
            default -> forged.signedByStranger();
        };
        visit.expect(401, Step.LIST_ORDERS, ShopCall.get("/api/orders").as(token));
    }
}
