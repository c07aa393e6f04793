package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.testing.Answer;
import com.example.shop.testing.HostileInput;
import com.example.shop.testing.RawAnswer;
import com.example.shop.testing.RawRequest;
import com.example.shop.testing.Refusals;
import com.example.shop.testing.ShopOperations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Bodies, paths, queries, headers and methods that no good client sends. */
class HostileInputIntegrationTests extends HostileClient {

    private static final long SEED = Long.getLong("mutation.seed", 20_261_122);
    private static final int MUTATIONS = Integer.getInteger("mutation.requests", 2_000);
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "ZZ");

    /** A refund without a body is one of all that is left. */
    private static final Set<String> NO_BODY = Set.of("", "null", "\ufeff{}");

    @LocalManagementPort
    private int managementPort;

    @Test
    void aBodyOfAnotherShapeIsRefused() {
        for (Operation operation : withBodies()) {
            for (String body : HostileInput.BODIES) {
                boolean meansAll = operation.template().endsWith("/refunds") && NO_BODY.contains(body);
                if (!meansAll) {
                    refusals.expect(
                            operation.name() + " body " + body,
                            operation.valid().body(body));
                }
            }
            refusals.expect(operation.name() + " no UTF-8", operation.valid().body(new byte[] {'"', -1, -2, '"'}));
        }
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        for (Operation operation : withBodies()) {
            String valid = new String(operation.valid().body(), StandardCharsets.UTF_8);
            for (String value : HostileInput.VALUES) {
                for (String body : HostileInput.variantsOf(valid, value)) {
                    RawRequest request = operation.valid().body(body);
                    if (operation.template().equals("/api/customers")) {
                        refusals.tolerate(operation.name() + " " + body, request);
                    } else {
                        refusals.expect(operation.name() + " " + body, request);
                    }
                }
            }
        }
    }

    @Test
    void aBodyOfAnotherTypeOrSizeIsRefused() {
        String large = "{\"zz\": \"" + "z".repeat(66_000) + "\"}";
        for (Operation operation : withBodies()) {
            RawRequest valid = operation.valid();
            for (String type :
                    List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "zz", "*/*")) {
                refusals.expect(operation.name() + " as " + type, valid.with("Content-Type", type), 415);
            }
            refusals.expect(operation.name() + " as nothing", valid.without("Content-Type"), 415);
            for (String charset : List.of("zz", "UTF-16", "")) {
                refusals.tolerate(
                        operation.name() + " in " + charset,
                        valid.with("Content-Type", "application/json;charset=" + charset));
            }
            refusals.expect(operation.name() + " large", valid.body(large), 413);
            String chunked = Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n";
            refusals.expect(
                    operation.name() + " large in chunks", valid.body(chunked).plus("Transfer-Encoding: chunked"), 413);
            for (String framing : List.of(
                    "Transfer-Encoding: chunked",
                    "Transfer-Encoding: zz",
                    "Transfer-Encoding: gzip, chunked",
                    "Content-Length: -1",
                    "Content-Length: zz",
                    "Content-Length: 99999999999999999999",
                    "Content-Length: 5\r\nContent-Length: 6",
                    "Content-Length: 99999999999\r\nTransfer-Encoding: chunked",
                    "Content-Encoding: gzip\r\nTransfer-Encoding: chunked")) {
                refusals.expect(operation.name() + " " + framing, valid.plus(framing));
            }
        }
    }

    @Test
    void anIdempotencyKeyOfAnotherFormIsRefused() {
        for (Operation operation : withBodies()) {
            if (operation.valid().headers().stream().anyMatch(line -> line.startsWith("Idempotency-Key"))) {
                for (String other : HostileInput.KEYS) {
                    RawRequest request = operation.valid().with("Idempotency-Key", other);
                    refusals.expect(operation.name() + " key " + other, request, 400);
                }
            }
        }
    }

    @Test
    void aPathThatNamesNothingIsRefused() {
        for (Operation operation : operations) {
            for (String text : HostileInput.PATH_PARAMETERS) {
                if (operation.template().contains("{")) {
                    refusals.tolerate(operation.name() + " with " + text, operation.withParameter(text));
                }
                String behind = operation.valid().target() + "/" + text;
                refusals.expect(
                        operation.name() + " behind " + text, operation.valid().target(behind));
            }
            for (String target :
                    List.of("zz", "//", "/./", "http://zz/", "*", "/\u0000", "/zz#zz", "/%2e%2e/", "/v3/zz")) {
                refusals.expect(
                        operation.name() + " at " + target, operation.valid().target(target));
            }
        }
    }

    @Test
    void aQueryOrAHeaderBreaksNothing() {
        for (Operation operation : operations) {
            RawRequest valid = operation.valid();
            for (String query : HostileInput.QUERIES) {
                refusals.tolerate(operation.name() + query, valid.target(valid.target() + query));
            }
            for (String header : List.of(
                    "Accept: zz",
                    "Accept: */*;q=zz",
                    "Accept-Language: zz-\u00e9-" + "z".repeat(500),
                    "Accept-Charset: zz",
                    "Range: bytes=zz",
                    "If-None-Match: zz\r\nIf-Modified-Since: zz",
                    "Expect: 100-continue",
                    "Expect: zz",
                    "Origin: http://zz\r\nAccess-Control-Request-Method: ZZ",
                    "X-HTTP-Method-Override: DELETE",
                    "X-Forwarded-For: zz\r\nX-Forwarded-Host: z\u0001z\r\nForwarded: for=zz",
                    "Cookie: JSESSIONID=zz; =; zz=\u0001",
                    "traceparent: 00-zz-zz-zz\r\ntraceparent: zz\r\ntracestate: \u00e9\r\nbaggage: zz",
                    "X-Request-Id: \u00e9\r\nX-Request-Id: zz",
                    "User-Agent: \u0000",
                    "zz",
                    ": zz",
                    "Z z: zz",
                    "Content-Type: application/json\r\nContent-Type: text/plain",
                    "Idempotency-Key: zz-1\r\nIdempotency-Key: zz-2",
                    "Zz: " + "z".repeat(20_000))) {
                refusals.tolerate(operation.name() + " " + header, valid.plus(header));
            }
        }
    }

    @Test
    void anAnswerThatTheCallerWouldNotTakeIsRefusedBeforeAnythingIsDone() {
        int before = orders();
        for (Operation operation : operations) {
            for (String type : List.of("application/pdf", "text/html", "image/*;q=0.5")) {
                RawRequest request = operation.valid().with("Accept", type);
                refusals.expect(operation.name() + " accepting " + type, request, 406);
            }
        }
        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void aMethodThatNobodyDocumentedIsRefused() {
        Set<String> documented = operations.stream().map(Operation::name).collect(Collectors.toSet());
        for (Operation operation : operations) {
            for (String method : METHODS) {
                boolean known = documented.contains(method + " " + operation.template())
                        || method.equals("OPTIONS")
                        || method.equals("HEAD") && documented.contains("GET " + operation.template());
                RawRequest request = operation.valid().method(method).token(customer);
                if (known) {
                    refusals.tolerate(operation.template() + " " + method, request);
                } else {
                    refusals.expect(operation.template() + " " + method, request, 405);
                }
            }
        }
    }

    @Test
    void noRandomChangeOfARequestBreaksTheShop() {
        System.out.println("mutation.seed=" + SEED);
        Random random = new Random(SEED);
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] valid = operations.get(i % operations.size()).valid().bytes();
            byte[] mutated = HostileInput.mutated(valid, random);
            RawAnswer answer = RawRequest.send(port, mutated);
            if (answer.status() >= 500) {
                broken.add(answer.status() + " " + answer.body() + " to "
                        + new String(mutated, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theManagementPortIsNoWeaker() {
        Refusals there = Refusals.ofManagement(managementPort);
        RawRequest change = RawRequest.of("POST", "/actuator/loggers/zz.zz")
                .plus("Content-Type: application/json")
                .body("{\"configuredLevel\": \"INFO\"}");
        there.expect("a level without a token", change, 401);
        there.expect("a level by a customer", change.token(customer), 403);
        RawRequest allowed = change.token(tokens.valid("an-operator", "operator"));
        for (String body : HostileInput.BODIES) {
            there.tolerate("loggers body " + body, allowed.body(body));
        }
        for (String text : HostileInput.PATH_PARAMETERS) {
            there.tolerate("logger " + text, allowed.target("/actuator/loggers/" + text));
            there.tolerate("meter " + text, allowed.method("GET").target("/actuator/metrics/" + text));
            there.tolerate("management path " + text, RawRequest.of("GET", "/" + text));
        }
        for (String query : HostileInput.QUERIES) {
            there.tolerate("scrape" + query, RawRequest.of("GET", "/actuator/prometheus" + query));
            there.tolerate("meter" + query, allowed.method("GET").target("/actuator/metrics/jvm.memory.used" + query));
        }
        there.tolerate(
                "scrape accepting zz",
                RawRequest.of("GET", "/actuator/prometheus").plus("Accept: zz"));
        assertThat(there.complaints()).isEmpty();
    }

    private List<Operation> withBodies() {
        return operations.stream()
                .filter(operation -> operation.valid().body().length > 0)
                .toList();
    }

    private int orders() {
        Answer page = shop.get("/api/orders?limit=100", customer);
        return page.json().path("items").size();
    }
}
