package com.example.stack;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Something that happens to the shop and that a healthy one does not see; in lists it is written with hyphens. */
enum Scenario {
    GATEWAY_OUTAGE(people -> people.payWhile("outage", "{\"for_seconds\": 20}")),
    GATEWAY_ERROR(people -> people.payWhile("error", "{\"for_seconds\": 20}")),
    GATEWAY_LATENCY(people -> people.payWhile("latency", "{\"delay_ms\": 1200, \"for_seconds\": 20}")),
    GATEWAY_DECLINE(people -> people.payWhile("decline", "{\"for_seconds\": 20}")),
    GATEWAY_HANG(people -> people.payWhile("hang", "{\"for_seconds\": 20}")),
    GATEWAY_DROP_ANSWER(people -> people.payWhile("drop-answer", "{\"for_seconds\": 20}")),
    CANCELLED_ORDER(People::cancel),
    CARD_NUMBER(People::payWithACardNumber),
    FAILED_REGISTRATION(People::registerTwice),
    FORGED_TOKEN(People::comeWithAForgedToken),
    NO_TOKEN(People::comeWithoutAToken),
    REFUSED_ACCESS(People::lookAtWhatIsNotTheirs),
    THROTTLED_LOGIN(People::guessAPassword),
    WRONG_LOGIN(People::logInWrongly);

    private final Consumer<People> acts;

    Scenario(Consumer<People> acts) {
        this.acts = acts;
    }

    static Scenario named(String name) {
        return Stream.of(values())
                .filter(scenario -> scenario.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario is called '" + name + "'; there are "
                        + Stream.of(values()).map(Scenario::label).toList()));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Plays it once; played again and again it lasts. */
    void play(People people) {
        acts.accept(people);
    }
}
