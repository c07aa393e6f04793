package com.example.simulator.gateway;

import com.example.platform.web.Problems;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switches faults on and off while the gateway runs; switching twice is the same as once. */
@RestController
@RequestMapping("/faults")
class FaultController {

    private final Faults faults;
    private final GatewaySignals signals;
    private final Clock clock;

    FaultController(Faults faults, GatewaySignals signals, Clock clock) {
        this.faults = faults;
        this.signals = signals;
        this.clock = clock;
    }

    @GetMapping
    Map<String, List<FaultBody>> list() {
        return Map.of("faults", faults.active().stream().map(FaultBody::of).toList());
    }

    @PutMapping("/{name}")
    ResponseEntity<?> start(@PathVariable String name, @RequestBody(required = false) @Nullable FaultRequest request) {
        return named(name, known -> start(known, request == null ? FaultRequest.EMPTY : request));
    }

    private ResponseEntity<?> start(FaultName name, FaultRequest request) {
        try {
            Fault fault = request.toFault(name, clock.instant());
            faults.start(fault);
            signals.faultStarted(fault);
            return ResponseEntity.ok(FaultBody.of(fault));
        } catch (IllegalArgumentException invalid) {
            return Problems.response(HttpStatus.BAD_REQUEST, "invalid-fault", String.valueOf(invalid.getMessage()));
        }
    }

    @DeleteMapping("/{name}")
    ResponseEntity<?> heal(@PathVariable String name) {
        return named(name, known -> {
            heal(known);
            return ResponseEntity.noContent().build();
        });
    }

    @DeleteMapping
    ResponseEntity<?> healAll() {
        List.of(FaultName.values()).forEach(this::heal);
        return ResponseEntity.noContent().build();
    }

    private void heal(FaultName name) {
        if (faults.heal(name)) {
            signals.faultHealed(name);
        }
    }

    private static ResponseEntity<?> named(String name, Function<FaultName, ResponseEntity<?>> action) {
        return FaultName.of(name)
                .<ResponseEntity<?>>map(action)
                .orElseGet(() -> Problems.response(HttpStatus.NOT_FOUND, "unknown-fault", "There is no such fault."));
    }
}
