package com.example.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.example.platform.observability.LogType;
import com.example.testing.EmbeddedPostgresConfiguration;
import com.example.testing.RecordedLog;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "spring.flyway.locations=classpath:db/migration/audit")
@AutoConfigureMetrics
@Import(EmbeddedPostgresConfiguration.class)
class AuditTrailIntegrationTests {

    private final String target = "thing/" + UUID.randomUUID();

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry registry;

    @Test
    void theRowIsWrittenWithTheTransactionAndTheLineAfterItsCommit() {
        try (RecordedLog log = new RecordedLog(AuditTrail.class.getName())) {
            transaction.executeWithoutResult(status -> {
                events.publishEvent(done("someone"));
                assertThat(log.lines()).isEmpty();
                assertThat(rows()).isEqualTo(1);
            });

            assertThat(rows()).isEqualTo(1);
            ILoggingEvent line = log.events(LogType.AUDIT, "thing.done").getFirst();
            assertThat(RecordedLog.fields(line))
                    .containsEntry("actor", "p_someone")
                    .containsEntry("target", target)
                    .containsEntry("facts", Map.of("amount", 5));
            assertThat(line.getFormattedMessage()).isEqualTo("Audited");
        }
        assertThat(registry.get("audit.events")
                        .tag("action", "thing.done")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aTransactionThatFailsLeavesNeitherRowNorLine() {
        try (RecordedLog log = new RecordedLog(AuditTrail.class.getName())) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        events.publishEvent(done("someone"));
                        throw new IllegalStateException("business failed");
                    }))
                    .hasMessage("business failed");

            assertThat(rows()).isZero();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void withoutATransactionTheEventIsKeptAtOnce() {
        try (RecordedLog log = new RecordedLog(AuditTrail.class.getName())) {
            events.publishEvent(done("system"));

            assertThat(rows()).isEqualTo(1);
            assertThat(RecordedLog.fields(log.lines().getFirst())).containsEntry("actor", "system");
        }
    }

    @Test
    void aMeterThatFailsReachesNobody() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if ("thing.unmeterable".equals(id.getTag("action"))) {
                    throw new IllegalStateException("no meter for this");
                }
                return id;
            }
        });
        Done done = new Done("thing.unmeterable", "someone", target, Map.of());

        transaction.executeWithoutResult(status -> events.publishEvent(done));
        events.publishEvent(done);

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void theRowHoldsThePseudonymTheFactsAndTheTrace() {
        MDC.put("traceId", "0123456789abcdef0123456789abcdef");
        try {
            events.publishEvent(done("someone"));
        } finally {
            MDC.remove("traceId");
        }

        assertThat(jdbc.sql("SELECT actor, facts ->> 'amount' AS amount, trace_id FROM audit_events WHERE target = ?")
                        .param(target)
                        .query()
                        .singleRow())
                .containsEntry("actor", "p_someone")
                .containsEntry("amount", "5")
                .containsEntry("trace_id", "0123456789abcdef0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_events SET actor = 'x'", "DELETE FROM audit_events", "TRUNCATE audit_events"})
    void nothingInTheTrailCanBeChanged(String statement) {
        events.publishEvent(done("someone"));

        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("append-only");
        assertThat(rows()).isEqualTo(1);
    }

    private int rows() {
        return jdbc.sql("SELECT count(*) FROM audit_events WHERE target = ?")
                .param(target)
                .query(Integer.class)
                .single();
    }

    private Done done(String actor) {
        return new Done("thing.done", actor, target, Map.of("amount", 5));
    }

    record Done(String action, String actor, String target, Map<String, Object> facts) implements Auditable {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                ServletWebSecurityAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class
            })
    static class Application {

        @Bean
        Actors actors() {
            return subject -> "p_" + subject;
        }
    }
}
