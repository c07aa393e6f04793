package com.example.shop;

import static com.example.testing.OtlpSink.attributes;
import static com.example.testing.OtlpSink.parentId;
import static com.example.testing.OtlpSink.spanId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.LiveShop;
import com.example.shop.testing.ShopCalls;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A failed payment is found in the log, the metrics and the trace, under the one trace id that its answer names. */
class FailedPaymentIntegrationTests {

    private static LiveShop live;

    private static String trace;

    private static String order;

    @BeforeAll
    static void failAPayment() {
        live = LiveShop.shared();
        ShopCalls shop = live.calls();
        String customer = shop.newCustomer();
        order = shop.orderOfABook(customer);
        // a reason that no other test causes, so that the exemplar of its series is the one of this payment
        Answer declined = shop.pay(customer, order, "tok_fraud");
        assertThat(declined.status()).isEqualTo(402);
        trace = declined.at("/trace_id");
        assertThat(declined.header("traceresponse").orElseThrow()).contains(trace);
    }

    @Test
    void itIsInTheLogOfTheShop() {
        await().until(() -> live.logLines().stream()
                .anyMatch(line -> line.at("/event").asString("").equals("payment.declined")
                        && line.at("/trace_id").asString("").equals(trace)
                        && line.at("/order_id").asString("").equals(order)
                        && line.at("/reason").asString("").equals("suspected_fraud")));
    }

    @Test
    void itIsInTheLogOfTheGateway() {
        await().until(() -> live.gatewayOutput().contains(trace));
    }

    @Test
    void itIsInTheMetricsWithTheTraceAsAnExemplar() {
        assertThat(live.openMetrics().lines().filter(line -> line.startsWith("payments_charges_total{")))
                .anySatisfy(line -> assertThat(line)
                        .contains("outcome=\"declined\"", "reason=\"suspected_fraud\"")
                        .contains("trace_id=\"" + trace + "\""));
        assertThat(live.openMetrics().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket{")
                        && line.contains("uri=\"/api/orders/{id}/payments\"")
                        && line.contains("status=\"402\"")
                        && Pattern.compile("# \\{.*trace_id=\"[0-9a-f]{32}\"")
                                .matcher(line)
                                .find());
    }

    @Test
    void itIsOneTraceThroughBothProcesses() {
        List<Span> spans = live.spans()
                .awaitSpans(trace, span -> isServer(span) && span.getName().contains("charges"));
        live.spans().awaitSpan(trace, "POST /api/orders/{id}/payments");
        spans = live.spans().spans(trace);
        Span gateway = named(spans, "POST /v1/charges", Span.SpanKind.SPAN_KIND_SERVER);
        Span call = named(spans, "POST /v1/charges", Span.SpanKind.SPAN_KIND_CLIENT);
        Span process = named(spans, "payment.process", Span.SpanKind.SPAN_KIND_INTERNAL);
        Span request = named(spans, "POST /api/orders/{id}/payments", Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(parentId(gateway)).isEqualTo(spanId(call));
        assertThat(parentId(call)).isEqualTo(spanId(process));
        assertThat(parentId(process)).isEqualTo(spanId(request));
        assertThat(attributes(process))
                .containsEntry("payment.status", "declined")
                .containsEntry("payment.reason", "suspected_fraud")
                .containsEntry("payment.amount", 14.5)
                .containsEntry("order.id", order);
        assertThat(attributes(request))
                .containsEntry("http.response.status_code", 402L)
                .containsEntry("http.route", "/api/orders/{id}/payments");
    }

    private static boolean isServer(Span span) {
        return span.getKind() == Span.SpanKind.SPAN_KIND_SERVER;
    }

    private static Span named(List<Span> spans, String name, Span.SpanKind kind) {
        return spans.stream()
                .filter(span -> span.getName().equals(name) && span.getKind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " among "
                        + spans.stream().map(Span::getName).toList()));
    }
}
