package com.example.platform.audit;

import com.example.platform.observability.Instrumentation;
import com.example.platform.observability.LogType;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is auditable: the row in the publisher's transaction (its own when there is none), the log line and the
 * count after the commit. When the row cannot be written the publisher fails too. Thread-safe.
 */
class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final String SYSTEM = "system";

    private final Consumer<AuditRecord> store;
    private final Actors actors;
    private final MeterRegistry registry;
    private final Clock clock;

    AuditTrail(Consumer<AuditRecord> store, Actors actors, MeterRegistry registry, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.registry = registry;
        this.clock = clock;
    }

    @EventListener
    void on(Auditable event) {
        AuditRecord entry = new AuditRecord(
                UUID.randomUUID(),
                clock.instant(),
                event.action(),
                SYSTEM.equals(event.actor()) ? SYSTEM : actors.pseudonymOf(event.actor()),
                event.target(),
                event.facts(),
                MDC.get("traceId"));
        store.accept(entry);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(entry);
                }
            });
        } else {
            tell(entry);
        }
    }

    private void tell(AuditRecord entry) {
        Instrumentation.run(() -> count(entry));
        Instrumentation.run(() -> log(entry));
    }

    private void count(AuditRecord entry) {
        AuditMeters.EVENTS
                .counter(registry, AuditMeters.Key.ACTION.withValue(entry.action()))
                .increment();
    }

    private static void log(AuditRecord entry) {
        log.atInfo()
                .addMarker(LogType.AUDIT)
                .addKeyValue("event", entry.action())
                .addKeyValue("audit_id", entry.id())
                .addKeyValue("actor", entry.actor())
                .addKeyValue("target", entry.target())
                .addKeyValue("facts", entry.facts())
                .log("Audited");
    }
}
