package com.example.shop.testing;

import com.example.shop.testing.ShopOperations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sends requests and collects every answer that is not what a bad request deserves. */
public final class Refusals {

    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");

    /** Internals, and what {@link HostileInput} marks as sent. */
    private static final Pattern LEAK = Pattern.compile(
            "Exception|com\\.example|org\\.|java\\.|jackson|SELECT|INSERT|UPDATE|relation|Tomcat|<html|zz|4111111111111111");

    private final int port;
    private final boolean management;
    private final List<Operation> operations;
    private final List<String> complaints = new ArrayList<>();

    private Refusals(int port, boolean management, List<Operation> operations) {
        this.port = port;
        this.management = management;
        this.operations = operations;
    }

    /** Each answer must have a status that its operation documents. */
    public static Refusals of(int port, List<Operation> operations) {
        return new Refusals(port, false, operations);
    }

    /** Management calls have no trace, and Boot's own endpoints may say no more than a status. */
    public static Refusals ofManagement(int port) {
        return new Refusals(port, true, List.of());
    }

    public List<String> complaints() {
        return complaints;
    }

    /** Refused by a problem, with one of these statuses where any are given. */
    public void expect(String what, RawRequest request, Integer... statuses) {
        RawAnswer answer = sent(what, request);
        if (statuses.length > 0 && !List.of(statuses).contains(answer.status())) {
            complain(what, "expected " + List.of(statuses), answer);
        } else {
            examine(what, request, answer);
        }
    }

    /** Served or refused, but not broken. */
    public void tolerate(String what, RawRequest request) {
        RawAnswer answer = sent(what, request);
        if (!answer.isSuccess()) {
            examine(what, request, answer);
        }
    }

    private RawAnswer sent(String what, RawRequest request) {
        RawAnswer answer = request.send(port);
        boolean undocumented = operations.stream()
                .filter(operation -> operation.answers(request))
                .anyMatch(operation -> !operation.statuses().contains(String.valueOf(answer.status())));
        if (undocumented) {
            complain(what, "not documented", answer);
        }
        return answer;
    }

    private void examine(String what, RawRequest request, RawAnswer answer) {
        if (answer.status() < 400 || answer.status() > 499) {
            complain(what, "no refusal", answer);
        } else if (!request.method().equals("HEAD")
                && !(management && answer.body().isEmpty())) {
            examineProblem(what, request, answer);
        }
        if (!answer.isSealed()) {
            complain(what, "no security headers", answer);
        }
        if (saysTooMuch(answer)) {
            complain(what, "says too much", answer);
        }
    }

    /** Whether a refusal tells of the inside, or gives back what was sent. */
    public static boolean saysTooMuch(RawAnswer answer) {
        return LEAK.matcher(answer.body()).find()
                || LEAK.matcher(String.join("\n", answer.headers())).find();
    }

    private void examineProblem(String what, RawRequest request, RawAnswer answer) {
        if (!answer.header("Content-Type").orElse("").equals("application/problem+json")) {
            complain(what, "no problem", answer);
        } else if (!answer.field("type").startsWith("urn:problem:")) {
            complain(what, "no type", answer);
        } else if (!management && !TRACE_ID.matcher(answer.field("trace_id")).matches()) {
            complain(what, "no trace id", answer);
        }
    }

    private void complain(String what, String complaint, RawAnswer answer) {
        String body = answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body();
        String shown = what.length() > 160 ? what.substring(0, 160) + "..." : what;
        complaints.add(shown + ": " + complaint + ": " + answer.status() + " " + body);
    }
}
