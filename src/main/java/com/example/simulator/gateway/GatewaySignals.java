package com.example.simulator.gateway;

import com.example.simulator.gateway.GatewayMeters.ChargeKey;
import com.example.simulator.gateway.GatewayMeters.FaultKey;
import com.example.simulator.gateway.GatewayMeters.RefundKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs and counts what the gateway does; never the token. */
class GatewaySignals {

    private static final Logger log = LoggerFactory.getLogger(GatewaySignals.class);

    private final MeterRegistry meters;

    GatewaySignals(MeterRegistry meters, Faults faults) {
        this.meters = meters;
        for (FaultName name : FaultName.values()) {
            Gauge.builder(
                            GatewayMeters.ACTIVE_FAULTS.getName(),
                            faults,
                            all -> all.active(name).isPresent() ? 1 : 0)
                    .description(GatewayMeters.ACTIVE_FAULTS.description())
                    .baseUnit(GatewayMeters.ACTIVE_FAULTS.getBaseUnit())
                    .tag(FaultKey.FAULT.asString(), name.label())
                    .register(meters);
        }
        startAtZero();
    }

    /** So that the first event is an increase and not a new series. */
    private void startAtZero() {
        List.of("succeeded", "replayed", "conflict").forEach(outcome -> charges(outcome, "none"));
        Stream.of(DeclineCode.values()).forEach(code -> charges("declined", code.code()));
        RefundKey.OUTCOME.closedValues().forEach(this::refunds);
        Stream.of(FaultName.values()).forEach(this::struck);
    }

    void charge(String key, ChargeOutcome outcome) {
        switch (outcome) {
            case ChargeOutcome.Decided decided ->
                answered(decided.charge(), decided.charge().succeeded() ? "succeeded" : "declined");
            case ChargeOutcome.Replayed replayed -> answered(replayed.charge(), "replayed");
            case ChargeOutcome.KeyReused reused -> {
                charges("conflict", "none").increment();
                log.atWarn()
                        .addKeyValue("event", "charge.conflict")
                        .addKeyValue("idempotency_key", key)
                        .log("Charge refused: its key was used for another");
            }
        }
    }

    private void answered(Charge charge, String outcome) {
        String reason = charge.declined().map(DeclineCode::code).orElse("none");
        charges(outcome, reason).increment();
        log.atInfo()
                .addKeyValue("event", "charge." + outcome)
                .addKeyValue("charge_id", charge.id())
                .addKeyValue("idempotency_key", charge.key())
                .addKeyValue("amount", charge.money().amount())
                .addKeyValue("currency", charge.money().currency())
                .addKeyValue("reason", reason)
                .log("Charge answered");
    }

    void refund(String key, RefundOutcome outcome) {
        String label = switch (outcome) {
            case RefundOutcome.Decided decided -> "succeeded";
            case RefundOutcome.Replayed replayed -> "replayed";
            case RefundOutcome.KeyReused reused -> "conflict";
            case RefundOutcome.NoSuchCharge none -> "unknown_charge";
            case RefundOutcome.ExceedsCharge exceeds -> "refused";
        };
        refunds(label).increment();
        LoggingEventBuilder line =
                log.atInfo().addKeyValue("event", "refund." + label).addKeyValue("idempotency_key", key);
        if (outcome instanceof RefundOutcome.Decided decided) {
            Refund refund = decided.refund();
            line = line.addKeyValue("refund_id", refund.id())
                    .addKeyValue("charge_id", refund.chargeId())
                    .addKeyValue("amount", refund.money().amount())
                    .addKeyValue("currency", refund.money().currency());
        }
        line.log("Refund answered");
    }

    void faultStarted(Fault fault) {
        log.atWarn()
                .addKeyValue("event", "fault.started")
                .addKeyValue("fault", fault.name().label())
                .addKeyValue("percentage", fault.percentage())
                .addKeyValue(
                        "until",
                        fault.until() == null ? "healed" : fault.until().toString())
                .log("Fault switched on");
    }

    void faultHealed(FaultName name) {
        log.atInfo()
                .addKeyValue("event", "fault.healed")
                .addKeyValue("fault", name.label())
                .log("Fault switched off");
    }

    void faultStruck(FaultName name) {
        struck(name).increment();
    }

    private Counter charges(String outcome, String reason) {
        return GatewayMeters.CHARGES.counter(
                meters, ChargeKey.OUTCOME.withValue(outcome), ChargeKey.REASON.withValue(reason));
    }

    private Counter refunds(String outcome) {
        return GatewayMeters.REFUNDS.counter(meters, RefundKey.OUTCOME.withValue(outcome));
    }

    private Counter struck(FaultName name) {
        return GatewayMeters.STRUCK_REQUESTS.counter(meters, FaultKey.FAULT.withValue(name.label()));
    }
}
