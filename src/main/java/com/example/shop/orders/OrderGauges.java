package com.example.shop.orders;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the state of the orders, in a job and not on the scrape, so that a scrape never waits for the database. */
@Component
class OrderGauges {

    private final JdbcClient jdbc;

    private final Clock clock;

    private volatile Reading current = new Reading(0, null, 0, 0);

    OrderGauges(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        OrderMeter.INCOMPLETE.gauge(meters, this, gauges -> gauges.current.incomplete());
        OrderMeter.INCOMPLETE_AGE.gauge(meters, this, OrderGauges::age);
        OrderMeter.CONVERSION.gauge(meters, this, OrderGauges::ratio);
    }

    @Scheduled(fixedDelayString = "${shop.gauges.interval:15s}")
    void refresh() {
        OffsetDateTime anHourAgo = clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
        current = jdbc.sql("""
                        SELECT unpaid.number AS incomplete, unpaid.oldest, recent.number AS placed, recent.paid
                        FROM (SELECT count(*) AS number, min(created_at) AS oldest
                              FROM orders WHERE status = 'PENDING_PAYMENT') AS unpaid,
                             (SELECT count(*) AS number, count(paid_at) AS paid
                              FROM orders WHERE created_at > ?) AS recent""").param(anHourAgo).query(OrderGauges::reading).single();
    }

    private double age() {
        Instant oldest = current.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private double ratio() {
        Reading reading = current;
        return (double) reading.paid() / reading.placed();
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new Reading(
                row.getLong("incomplete"),
                oldest == null ? null : oldest.toInstant(),
                row.getLong("placed"),
                row.getLong("paid"));
    }

    private record Reading(long incomplete, @Nullable Instant oldest, long placed, long paid) {}
}
