package com.example.simulator.gateway;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the whole ledger, for tests and for people; no fault touches it. */
@RestController
class LedgerController {

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/v1/ledger")
    LedgerPage read() {
        return ledger.read();
    }
}
