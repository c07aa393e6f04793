package com.example.chaos;

import java.util.Locale;

/** What is broken on purpose. */
enum FaultKind {
    SHOP_KILLED(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            ShopInstance shop = stage.shop(strike.victim());
            shop.kill();
            stage.hold(strike.length());
            shop.start();
        }
    },
    DATABASE_RESTARTED(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.postgres().stop();
            stage.hold(strike.length().dividedBy(2));
            stage.postgres().restart();
        }
    },
    DATABASE_CRASHED(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.postgres().crash();
            stage.postgres().restart();
        }
    },
    GATEWAY_KILLED(true) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.gateway().kill();
            stage.hold(strike.length());
            stage.gateway().start();
        }
    },
    /** It charges and then hangs up. */
    ANSWERS_DROPPED(true) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.breakGateway("drop-answer", "{\"percentage\": %d}".formatted(strike.share()), strike.length());
        }
    },
    GATEWAY_HANGS(true) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.breakGateway("hang", "{\"percentage\": %d}".formatted(strike.share()), strike.length());
        }
    },
    /** It answers after the shop has stopped waiting. */
    GATEWAY_LATE(true) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.breakGateway(
                    "latency",
                    "{\"percentage\": %d, \"distribution\": \"uniform\", \"min_ms\": 1500, \"max_ms\": 4000}"
                            .formatted(strike.share()),
                    strike.length());
        }
    },
    /** Every payment is sent four times at once under one key, to both shops. */
    DUPLICATES(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.shopping().everyoneIsImpatient(true);
            stage.hold(strike.length());
            stage.shopping().everyoneIsImpatient(false);
        }
    },
    CLIENTS_CUT(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.cut(stage.shop(strike.victim()).clients(), strike.length());
        }
    },
    GATEWAY_CUT(true) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.cut(stage.shop(strike.victim()).gateway(), strike.length());
        }
    },
    DATABASE_CUT(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.cut(stage.shop(strike.victim()).database(), strike.length());
        }
    },
    /** Its connections are forgotten on the way: neither end hears of it, and neither hears anything. */
    DATABASE_SILENT(false) {
        @Override
        void strike(Stage stage, Strike strike) {
            stage.shop(strike.victim()).database().forget();
            stage.hold(strike.length());
        }
    };

    private final boolean gatewayAway;

    FaultKind(boolean gatewayAway) {
        this.gatewayAway = gatewayAway;
    }

    /** Breaks it, waits and mends it. */
    abstract void strike(Stage stage, Strike strike);

    /** Whether the gateway cannot be relied on until it is mended. */
    boolean isGatewayAway() {
        return gatewayAway;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
