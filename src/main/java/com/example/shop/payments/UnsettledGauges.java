package com.example.shop.payments;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads how much waits for the gateway, in a job and not on the scrape, so that a scrape never waits for the database. */
@Component
class UnsettledGauges {

    private final JdbcClient jdbc;

    private final Clock clock;

    private volatile Unsettled current = new Unsettled(0, null);

    UnsettledGauges(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        PaymentMeter.UNSETTLED.gauge(meters, this, gauges -> gauges.current.count());
        PaymentMeter.UNSETTLED_AGE.gauge(meters, this, UnsettledGauges::age);
    }

    @Scheduled(fixedDelayString = "${shop.gauges.interval:15s}")
    void refresh() {
        current = jdbc.sql("""
                        SELECT count(*) AS number, min(created_at) AS oldest
                        FROM (SELECT created_at FROM payments WHERE status = 'PENDING'
                              UNION ALL SELECT created_at FROM refunds WHERE status = 'PENDING') AS unsettled""").query(UnsettledGauges::unsettled).single();
    }

    private double age() {
        Instant oldest = current.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private static Unsettled unsettled(ResultSet row, int number) throws SQLException {
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new Unsettled(row.getLong("number"), oldest == null ? null : oldest.toInstant());
    }

    private record Unsettled(long count, @Nullable Instant oldest) {}
}
