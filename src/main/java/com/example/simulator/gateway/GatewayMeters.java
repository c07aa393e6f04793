package com.example.simulator.gateway;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.MeterDescription;
import java.util.List;
import java.util.stream.Stream;

/** The gateway's meters. */
enum GatewayMeters implements DescribedMeter {
    CHARGES(MeterDescription.counter(
            "gateway.charges",
            "charges",
            "Answers to requests to charge; those that succeeded or were declined are entries of the ledger",
            ChargeKey.values())),
    REFUNDS(MeterDescription.counter(
            "gateway.refunds",
            "refunds",
            "Answers to requests to refund; those that succeeded are entries of the ledger",
            RefundKey.values())),
    ACTIVE_FAULTS(MeterDescription.gauge(
            "gateway.active.faults", "faults", "1 while the fault is switched on, else 0", FaultKey.values())),
    STRUCK_REQUESTS(MeterDescription.counter(
            "gateway.struck.requests", "requests", "Requests struck by a fault", FaultKey.values()));

    private final MeterDescription meter;

    GatewayMeters(MeterDescription meter) {
        this.meter = meter;
    }

    @Override
    public MeterDescription meter() {
        return meter;
    }

    /** Labels of charges. */
    enum ChargeKey implements DescribedKey {
        OUTCOME("outcome", "what the answer was", List.of("conflict", "declined", "replayed", "succeeded")),
        REASON(
                "reason",
                "why the charge was declined",
                Stream.concat(Stream.of(DeclineCode.values()).map(DeclineCode::code), Stream.of("none"))
                        .toList());

        private final String label;
        private final String meaning;
        private final List<String> values;

        ChargeKey(String label, String meaning, List<String> values) {
            this.label = label;
            this.meaning = meaning;
            this.values = values;
        }

        @Override
        public String asString() {
            return label;
        }

        @Override
        public String meaning() {
            return meaning;
        }

        @Override
        public List<String> closedValues() {
            return values;
        }
    }

    /** Labels of refunds. */
    enum RefundKey implements DescribedKey {
        OUTCOME;

        @Override
        public String asString() {
            return "outcome";
        }

        @Override
        public String meaning() {
            return "what the answer was";
        }

        @Override
        public List<String> closedValues() {
            return List.of("conflict", "refused", "replayed", "succeeded", "unknown_charge");
        }
    }

    /** Labels of faults. */
    enum FaultKey implements DescribedKey {
        FAULT;

        @Override
        public String asString() {
            return "fault";
        }

        @Override
        public String meaning() {
            return "the fault's name";
        }

        @Override
        public List<String> closedValues() {
            return Stream.of(FaultName.values()).map(FaultName::label).toList();
        }
    }
}
