package com.example.shop.payments;

import static com.example.shop.ShopLogFields.AMOUNT;
import static com.example.shop.ShopLogFields.CURRENCY;
import static com.example.shop.ShopLogFields.ORDER_ID;
import static com.example.shop.ShopLogFields.PAYMENT_ID;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts and logs what became of payments, once it is certain: after the commit. */
@Component
class PaymentSignals {

    private static final Logger log = LoggerFactory.getLogger(PaymentSignals.class);

    private final MeterRegistry meters;

    PaymentSignals(MeterRegistry meters) {
        this.meters = meters;
        // from the start, so that the first event is an increase and not a new series
        charges("captured", "none");
        charges("not_sent", "circuit_open");
        Arrays.stream(DeclineReason.values()).forEach(reason -> charges("declined", reason.label()));
        Arrays.stream(UnknownCause.values()).forEach(cause -> charges("unknown", cause.label()));
        refunds(RefundStatus.REFUNDED);
        refunds(RefundStatus.REFUSED);
    }

    @TransactionalEventListener
    void on(PaymentCaptured event) {
        Instrumentation.run(() -> charges("captured", "none").increment());
        log.atInfo()
                .addKeyValue("event", "payment.captured")
                .addKeyValue(PAYMENT_ID.key(), event.payment())
                .addKeyValue(ORDER_ID.key(), event.payable())
                .addKeyValue(AMOUNT.key(), event.amount().amount())
                .addKeyValue(CURRENCY.key(), event.amount().currency())
                .log("Payment captured");
    }

    @TransactionalEventListener
    void on(PaymentDeclined event) {
        Instrumentation.run(() -> charges("declined", event.reason().label()).increment());
        line(Level.INFO, "payment.declined", event.payment())
                .addKeyValue("reason", event.reason().label())
                .log("Payment declined");
    }

    @TransactionalEventListener
    void on(PaymentUnresolved event) {
        Instrumentation.run(() -> charges("unknown", event.cause().label()).increment());
        line(Level.WARN, "payment.unresolved", event.payment())
                .addKeyValue("reason", event.cause().label())
                .log("Payment outcome unknown; reconciliation will ask again");
    }

    @TransactionalEventListener
    void on(PaymentNotSent event) {
        Instrumentation.run(() -> charges("not_sent", "circuit_open").increment());
        LoggingEventBuilder line = log.atWarn()
                .addKeyValue("event", "payment.not_sent")
                .addKeyValue(ORDER_ID.key(), event.payable())
                .addKeyValue("reason", "circuit_open");
        PaymentId payment = event.payment();
        if (payment != null) {
            line = line.addKeyValue(PAYMENT_ID.key(), payment);
        }
        line.log("Payment not sent: the gateway's circuit is open");
    }

    @TransactionalEventListener
    void on(RefundSettled event) {
        Instrumentation.run(() -> refunds(event.status()).increment());
    }

    private Counter charges(String outcome, String reason) {
        return PaymentMeter.CHARGES.counter(
                meters, PaymentLabel.OUTCOME.withValue(outcome), PaymentLabel.REASON.withValue(reason));
    }

    private Counter refunds(RefundStatus status) {
        return PaymentMeter.REFUNDS.counter(meters, PaymentLabel.RESULT.withValue(status.label()));
    }

    private static LoggingEventBuilder line(Level level, String event, Payment payment) {
        return log.atLevel(level)
                .addKeyValue("event", event)
                .addKeyValue(PAYMENT_ID.key(), payment.id())
                .addKeyValue(ORDER_ID.key(), payment.payable());
    }
}
