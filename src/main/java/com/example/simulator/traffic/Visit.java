package com.example.simulator.traffic;

import java.util.function.IntPredicate;

/** One run of a journey: makes its calls, measures them, and ends it at the first answer it has no use for. */
class Visit {

    private final JourneyName journey;
    private final ShopClient shop;
    private final TrafficSignals signals;

    Visit(JourneyName journey, ShopClient shop, TrafficSignals signals) {
        this.journey = journey;
        this.shop = shop;
        this.signals = signals;
    }

    /** Calls the shop and expects this status; any other ends the journey. */
    Answer expect(int status, Step step, ShopCall call) {
        return require(status, step, call(step, call, actual -> actual == status));
    }

    /** Calls the shop and takes whatever it answers; the statuses wanted are measured as completed. */
    Answer call(Step step, ShopCall call, IntPredicate wanted) {
        long start = System.nanoTime();
        Answer answer = shop.call(call);
        Outcome outcome = wanted.test(answer.status()) ? Outcome.COMPLETED : Outcome.of(answer);
        signals.called(journey, step, outcome, System.nanoTime() - start);
        return answer;
    }

    /** Ends the journey unless the answer has this status. */
    Answer require(int status, Step step, Answer answer) {
        if (answer.status() == status) {
            return answer;
        }
        Outcome outcome = Outcome.of(answer);
        signals.unexpected(journey, step, outcome, String.valueOf(status), String.valueOf(answer.status()));
        throw new JourneyEnded(outcome);
    }

    /** A text that the answer must have; without it the journey failed. */
    String text(Step step, Answer answer, String pointer) {
        String text = answer.text(pointer);
        check(!text.isEmpty(), step, pointer, "nothing");
        return text;
    }

    /** Fails the journey unless the condition holds; what was expected and what came are words from a closed set. */
    void check(boolean condition, Step step, String expected, String actual) {
        if (!condition) {
            signals.unexpected(journey, step, Outcome.FAILED, expected, actual);
            throw new JourneyEnded(Outcome.FAILED);
        }
    }
}
