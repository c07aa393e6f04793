package com.example.shop.payments;

import org.springframework.stereotype.Component;

/** Moves one refund through the gateway and settles it. */
@Component
class RefundTransfer {

    private final Gateway gateway;

    private final Settlement settlement;

    RefundTransfer(Gateway gateway, Settlement settlement) {
        this.gateway = gateway;
        this.settlement = settlement;
    }

    void send(Refund refund) {
        settlement.settle(refund, request(refund));
    }

    /** Asks what became of the refund. One that the gateway does not know is sent again: the first may still arrive. */
    void reconcile(Refund refund) {
        GatewayAnswer found = gateway.findRefund(refund.id());
        settlement.settle(refund, found instanceof GatewayAnswer.NotFound ? request(refund) : found);
    }

    private GatewayAnswer request(Refund refund) {
        return gateway.refund(refund.id(), refund.payment(), refund.amount());
    }
}
