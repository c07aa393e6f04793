package com.example.shop.payments;

import com.example.platform.audit.Auditable;
import java.util.Map;

/** Somebody sends money back to a payer. */
record RefundRequested(Refund refund) implements Auditable {

    @Override
    public String action() {
        return "payment.refund.requested";
    }

    @Override
    public String actor() {
        return refund.requestedBy();
    }

    @Override
    public String target() {
        return "payment/" + refund.payment();
    }

    @Override
    public Map<String, Object> facts() {
        return factsOf(refund);
    }

    static Map<String, Object> factsOf(Refund refund) {
        return Map.of(
                "refund_id", refund.id().toString(),
                "amount", refund.amount().amount(),
                "currency", refund.amount().currency().getCurrencyCode());
    }
}
