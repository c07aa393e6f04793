package com.example.shop.payments;

import static com.example.shop.payments.PaymentLedger.utc;

import com.example.shop.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds in the database. */
@Repository
class RefundLedger {

    private static final String SELECT = "SELECT * FROM refunds ";

    private final JdbcClient jdbc;

    RefundLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Refund refund, Instant firstCheck) {
        jdbc.sql("""
                INSERT INTO refunds (id, payment_id, requested_by, amount, currency, status, created_at, next_check_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        refund.id().value(),
                        refund.payment().value(),
                        refund.requestedBy(),
                        refund.amount().amount(),
                        refund.amount().currency().getCurrencyCode(),
                        refund.status().name(),
                        utc(refund.createdAt()),
                        utc(firstCheck))
                .update();
    }

    Optional<Refund> find(RefundId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.value())
                .query(RefundLedger::refund)
                .optional();
    }

    List<Refund> of(PaymentId payment) {
        return jdbc.sql(SELECT + "WHERE payment_id = ? ORDER BY created_at, id")
                .param(payment.value())
                .query(RefundLedger::refund)
                .list();
    }

    /** Settles a pending refund; false when it was settled before. */
    boolean settle(RefundId id, RefundStatus status, Instant now) {
        return jdbc.sql("UPDATE refunds SET status = ?, settled_at = ? WHERE id = ? AND status = 'PENDING'")
                        .params(status.name(), utc(now), id.value())
                        .update()
                == 1;
    }

    /** Pending refunds that are due, claimed until their next check: two replicas never get the same one. */
    List<Pending<Refund>> claimDue(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        UPDATE refunds SET checks = checks + 1, next_check_at = :next
                        WHERE id IN (SELECT id FROM refunds
                                     WHERE status = 'PENDING' AND next_check_at <= :now
                                     ORDER BY next_check_at LIMIT :limit
                                     FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("now", utc(now))
                .param("next", utc(now.plus(lease)))
                .param("limit", limit)
                .query((row, number) -> new Pending<>(refund(row, number), row.getInt("checks")))
                .list();
    }

    void checkAgain(RefundId id, Instant next) {
        jdbc.sql("UPDATE refunds SET next_check_at = ? WHERE id = ? AND status = 'PENDING'")
                .params(utc(next), id.value())
                .update();
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        return new Refund(
                new RefundId(row.getObject("id", UUID.class)),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                row.getString("requested_by"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                RefundStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
