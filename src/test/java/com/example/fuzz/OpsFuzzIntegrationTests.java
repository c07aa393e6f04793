package com.example.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.platform.security.Tokens;
import com.example.shop.testing.Secrets;
import com.example.shop.testing.ShopCalls;
import com.example.testing.ApplicationProcess;
import com.example.testing.OtlpSink;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same for what watches: by its own document, as an operator and as the sender of alerts. */
@Tag("long")
class OpsFuzzIntegrationTests {

    private static final FuzzRun RUN = FuzzRun.of("ops", 4);

    private static final Secrets SECRETS = new Secrets();

    private static final OtlpSink SPANS = OtlpSink.start();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;

    private static ApplicationProcess ops;

    private static FuzzCases cases;

    private static Tally tally;

    private static SignalSearch search;

    @BeforeAll
    static void run() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        String webhook = SECRETS.add("secret of the webhook", UUID.randomUUID().toString());
        start(key, webhook);
        Tokens tokens = new Tokens(key);
        OpsVocabulary vocabulary = new OpsVocabulary(
                marked("operator", tokens.valid("olga", "operator")),
                marked("support", tokens.valid("carl", "support")),
                webhook);
        ShopCalls calls = new ShopCalls(ops.port());
        ApiDocument document = ApiDocument.parse(calls.get("/v3/api-docs", null).body());
        cases = new FuzzCases(document, vocabulary, List.of(SECRETS.addCard("card number")));
        tally = new Fuzzer(ops.port(), RUN.seed(), cases, vocabulary, SECRETS).run(RUN.requests());
        search = new SignalSearch(SECRETS);
        search.lines(ops.output());
        search.spans(SPANS);
        RUN.keep(tally, search);
    }

    private static String marked(String of, String token) {
        SECRETS.add("signature of the token of " + of, token.substring(token.lastIndexOf('.') + 1));
        return token;
    }

    private static void start(RSAKey key, String webhook) throws Exception {
        byte[] der = key.toRSAPrivateKey().getEncoded();
        String pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Path signing = Files.writeString(
                folder.resolve("key"),
                "-----BEGIN " + "PRIVATE KEY-----\n" + pem + "\n-----END " + "PRIVATE KEY-----\n");
        Path secret = Files.writeString(folder.resolve("webhook"), webhook);
        postgres = EmbeddedPostgres.builder().start();
        ops = ApplicationProcess.start(
                "com.example.ops.OpsApplication",
                Map.of(
                        "OPS_DATABASE_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "OPS_DATABASE_USER",
                        "postgres"),
                "--spring.profiles.active=demo",
                "--platform.security.signing-key-file=" + signing,
                "--ops.webhook.token-file=" + secret,
                "--ops.incidents.watchdog-silence=0s",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + SPANS.endpoint(),
                "--management.tracing.sampling.probability=1.0");
    }

    @AfterAll
    static void stop() throws Exception {
        ops.stop();
        postgres.close();
        SPANS.close();
    }

    @Test
    void everyAnswerIsOneThatTheDocumentKnows() {
        assertThat(tally.complaints()).isEmpty();
        assertThat(tally.undocumented()).isEmpty();
    }

    @Test
    void noSecretIsInAnySignal() {
        assertThat(search.searched()).isGreaterThan(300L * RUN.requests());
        assertThat(search.leaks()).isEmpty();
    }

    @Test
    void everyOperationWasReached() {
        assertThat(cases.operations()).isNotEmpty();
        assertThat(cases.operations())
                // there is no Prometheus here whose figures it could report
                .filteredOn(operation -> !operation.template().equals("/api/slo"))
                .allSatisfy(operation -> assertThat(List.of(200, 201, 204))
                        .as(operation.name())
                        .anyMatch(status -> tally.answers(operation, status) > 0));
    }
}
