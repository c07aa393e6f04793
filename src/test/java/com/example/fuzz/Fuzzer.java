package com.example.fuzz;

import com.example.fuzz.FuzzCase.Kind;
import com.example.shop.testing.RawAnswer;
import com.example.shop.testing.RawRequest;
import com.example.shop.testing.Refusals;
import com.example.shop.testing.Secrets;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends cases on a few connections at a time and judges every answer. */
final class Fuzzer {

    private static final int AT_A_TIME = 4;

    /** Neighbouring seeds begin alike. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final RawAnswer NONE = new RawAnswer(0, List.of(), "no answer in time");

    /** What every server says to what it does not understand. */
    private static final Set<Integer> ANYWHERE = Set.of(0, 200, 400, 401, 403, 404, 405, 406, 408, 413, 415, 429, 503);

    private final int port;
    private final long seed;
    private final FuzzCases cases;
    private final Vocabulary vocabulary;
    private final Secrets secrets;
    private final Tally tally = new Tally();

    /** Where there is no operation to look into, as it may be that of any. */
    private final Set<Integer> ofAny = new HashSet<>(ANYWHERE);

    Fuzzer(int port, long seed, FuzzCases cases, Vocabulary vocabulary, Secrets secrets) {
        this.port = port;
        this.seed = seed;
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.secrets = secrets;
        cases.operations().forEach(operation -> ofAny.addAll(operation.statuses()));
    }

    /** The cases are the same for the same seed and the same answers before. */
    Tally run(int requests) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> running = Set.of(1, 2, 3, AT_A_TIME).stream()
                    .<Future<?>>map(sender -> senders.submit(() -> {
                        for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                            one(new Random((seed + i) * SCATTER));
                        }
                    }))
                    .toList();
            for (Future<?> sender : running) {
                sender.get();
            }
        }
        return tally;
    }

    private void one(Random random) {
        FuzzCase sent = cases.next(random);
        RawAnswer answer = send(sent, random);
        tally.count(sent, answer);
        judge(sent, answer);
        if (sent.kind() == Kind.VALID && answer.isSuccess()) {
            vocabulary.learn(sent.operation(), answer);
        }
    }

    /** From ever other addresses, so that what is counted for an address is no wall in front of everything else. */
    private RawAnswer send(FuzzCase sent, Random random) {
        String from = "127.%d.%d.%d".formatted(1 + random.nextInt(250), random.nextInt(250), 1 + random.nextInt(250));
        try {
            return RawRequest.send(port, sent.bytes(), from);
        } catch (UncheckedIOException silent) {
            return NONE;
        }
    }

    private void judge(FuzzCase sent, RawAnswer answer) {
        boolean known = (sent.namesItsOperation() ? sent.operation().statuses() : ofAny).contains(answer.status());
        if (answer == NONE || !sent.deserves(answer)) {
            tally.complain("no answer", sent, answer);
        } else if (answer.status() >= 500 && !isRightlyAway(sent, answer)) {
            tally.broken(sent, answer);
        } else if (!known && answer.status() != 0) {
            tally.undocumented(sent, answer);
        }
        if (answer.status() >= 400
                && (Refusals.saysTooMuch(answer)
                        || !secrets.leaksIn(answer.body()).isEmpty())) {
            tally.complain("says too much", sent, answer);
        }
    }

    /** What another program must be asked for, and is not there, is told so: with the time after which to come back. */
    private static boolean isRightlyAway(FuzzCase sent, RawAnswer answer) {
        return answer.status() == 503
                && answer.header("Retry-After").isPresent()
                && (sent.asksForTheHeadAlone() || answer.field("type").equals("urn:problem:objectives-unknown"));
    }
}
