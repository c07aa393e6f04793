package com.example.simulator.gateway;

import com.example.simulator.gateway.GatewayMeters.ChargeKey;
import com.example.simulator.gateway.GatewayMeters.FaultKey;
import com.example.simulator.gateway.GatewayMeters.RefundKey;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
    }

    void charge(String key, ChargeOutcome outcome) {
        switch (outcome) {
            case ChargeOutcome.Decided decided ->
                answered(decided.charge(), decided.charge().succeeded() ? "succeeded" : "declined");
            case ChargeOutcome.Replayed replayed -> answered(replayed.charge(), "replayed");
            case ChargeOutcome.KeyReused reused -> {
                count(
                        GatewayMeters.CHARGES,
                        ChargeKey.OUTCOME.withValue("conflict"),
                        ChargeKey.REASON.withValue("none"));
                log.atWarn()
                        .addKeyValue("event", "charge.conflict")
                        .addKeyValue("idempotency_key", key)
                        .log("Charge refused: its key was used for another");
            }
        }
    }

    private void answered(Charge charge, String outcome) {
        String reason = charge.declined().map(DeclineCode::code).orElse("none");
        count(GatewayMeters.CHARGES, ChargeKey.OUTCOME.withValue(outcome), ChargeKey.REASON.withValue(reason));
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
        count(GatewayMeters.REFUNDS, RefundKey.OUTCOME.withValue(label));
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
        count(GatewayMeters.STRUCK_REQUESTS, FaultKey.FAULT.withValue(name.label()));
    }

    private void count(GatewayMeters meter, KeyValue... labels) {
        meter.counter(meters, labels).increment();
    }
}
