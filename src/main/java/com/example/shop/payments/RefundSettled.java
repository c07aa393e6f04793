package com.example.shop.payments;

import com.example.platform.audit.Auditable;
import java.util.Map;

/** The gateway has answered for a refund. */
record RefundSettled(Refund refund, RefundStatus status) implements Auditable {

    @Override
    public String action() {
        return "payment.refund." + status.label();
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
        return RefundRequested.factsOf(refund);
    }
}
