package com.example.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.testing.LiveShop;
import com.example.shop.testing.Secrets;
import com.example.testing.OtlpSink;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No request made from the document and then spoilt breaks the shop, surprises its clients or gets a secret told. */
@Tag("long")
class ShopFuzzIntegrationTests {

    private static final FuzzRun RUN = FuzzRun.of("shop", 1);

    private static final Secrets SECRETS = new Secrets();

    private static LiveShop live;

    private static FuzzCases cases;

    private static Tally tally;

    private static SignalSearch search;

    @BeforeAll
    static void run() throws Exception {
        live = LiveShop.start();
        List<String> marked = List.of(
                SECRETS.addCard("card number"),
                SECRETS.add("marked e-mail", "strange-" + UUID.randomUUID() + "@example.com"),
                SECRETS.add(
                        "payment token", "tok_" + UUID.randomUUID().toString().replace('-', '_')));
        ShopVocabulary vocabulary = new ShopVocabulary(live, SECRETS);
        cases = new FuzzCases(
                ApiDocument.parse(live.calls().get("/v3/api-docs", null).body()), vocabulary, marked);
        tally = new Fuzzer(live.port(), RUN.seed(), cases, vocabulary, SECRETS).run(RUN.requests());
        search = search();
        RUN.keep(tally, search);
    }

    /** Spans are exported every second, so that the last are there when a last one is. */
    private static SignalSearch search() {
        String trace = live.calls()
                .get("/api/products", null)
                .header("traceresponse")
                .orElseThrow()
                .split("-")[1];
        live.spans().awaitSpans(trace, span -> OtlpSink.traceId(span).equals(trace));
        SignalSearch found = new SignalSearch(SECRETS);
        found.lines(live.outputFile());
        found.lines(live.gateway().output());
        found.spans(live.spans());
        found.text("meter", live.scrape());
        found.text("meter", live.openMetrics());
        return found;
    }

    @AfterAll
    static void stop() {
        live.stop();
    }

    @Test
    void everyAnswerIsOneThatTheDocumentKnows() {
        assertThat(tally.complaints()).isEmpty();
        assertThat(tally.undocumented()).isEmpty();
    }

    @Test
    void noSecretIsInAnySignal() {
        assertThat(search.searched()).isGreaterThan(500L * RUN.requests());
        assertThat(search.leaks()).isEmpty();
    }

    /** Requests that are all turned away at the door would prove nothing. */
    @Test
    void everyOperationWasReached() {
        Set<Integer> success = Set.of(200, 201, 202, 204);
        assertThat(cases.operations()).isNotEmpty();
        assertThat(cases.operations())
                .allSatisfy(operation -> assertThat(
                                success.stream().mapToInt(status -> tally.answers(operation, status)))
                        .as(operation.name())
                        .anyMatch(answers -> answers > 0));
    }
}
