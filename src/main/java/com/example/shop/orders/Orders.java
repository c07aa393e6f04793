package com.example.shop.orders;

import com.example.shop.Money;
import com.example.shop.catalog.Category;
import com.example.shop.catalog.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders in the database. */
@Repository
class Orders {

    private static final String SELECT = """
            SELECT o.*, l.sku, l.category, l.quantity, l.unit_price
            FROM orders o JOIN order_lines l ON l.order_id = o.id
            WHERE o.id = ? ORDER BY l.position""";

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Order order) {
        Money total = order.total();
        jdbc.sql("""
                INSERT INTO orders (id, owner, status, total, currency, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        order.id().value(),
                        order.owner(),
                        order.status().name(),
                        total.amount(),
                        total.currency().getCurrencyCode(),
                        utc(order.createdAt()),
                        utc(order.expiresAt()))
                .update();
        addLines(order);
    }

    Optional<Order> find(OrderId id) {
        return jdbc.sql(SELECT).param(id.value()).query(Orders::order);
    }

    /** The head of an order that nobody else changes before this transaction ends. */
    Optional<OrderHead> lock(OrderId id) {
        return jdbc.sql("SELECT id, owner, status, total, currency FROM orders WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, number) -> new OrderHead(
                        id,
                        row.getString("owner"),
                        OrderStatus.valueOf(row.getString("status")),
                        Money.of(row.getLong("total"), row.getString("currency"))))
                .optional();
    }

    void change(OrderId id, OrderStatus status, @Nullable Instant paidAt) {
        jdbc.sql("UPDATE orders SET status = :status, paid_at = coalesce(:paidAt, paid_at) WHERE id = :id")
                .param("status", status.name())
                .param("paidAt", paidAt == null ? null : utc(paidAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.value())
                .update();
    }

    /** Unpaid orders past their time, locked; those that another replica holds are left to it. */
    List<OrderId> lockOverdue(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id FROM orders
                        WHERE status = 'PENDING_PAYMENT' AND expires_at <= ?
                        ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED""")
                .params(utc(now), limit)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Puts overdue orders off, so that those behind them get their turn. */
    void postpone(OrderId id, Instant expiresAt) {
        jdbc.sql("UPDATE orders SET expires_at = ? WHERE id = ?")
                .params(utc(expiresAt), id.value())
                .update();
    }

    /** A page of somebody's orders, newest first, of one status or of all, behind the cursor. */
    List<OrderSummary> page(String owner, @Nullable OrderStatus status, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                        SELECT id, status, total, currency, created_at FROM orders
                        WHERE owner = :owner AND (:status::text IS NULL OR status = :status)
                          AND (created_at, id) < (:at, :id)
                        ORDER BY created_at DESC, id DESC LIMIT :limit""")
                .param("owner", owner)
                .param("status", status == null ? null : status.name())
                .param("at", after == null ? OffsetDateTime.parse("9999-12-31T00:00Z") : utc(after.createdAt()))
                .param("id", after == null ? new UUID(-1, -1) : after.id())
                .param("limit", limit)
                .query(Orders::summary)
                .list();
    }

    private void addLines(Order order) {
        List<OrderLine> lines = order.lines();
        // one statement for all lines: a round trip less for each
        jdbc.sql("""
                INSERT INTO order_lines (order_id, position, sku, category, quantity, unit_price)
                SELECT ?, line.* FROM unnest(?, ?, ?, ?, ?) AS line""")
                .params(
                        order.id().value(),
                        positions(lines.size()),
                        lines.stream().map(line -> line.sku().value()).toArray(String[]::new),
                        lines.stream().map(line -> line.category().name()).toArray(String[]::new),
                        lines.stream().map(OrderLine::quantity).toArray(Integer[]::new),
                        lines.stream().map(line -> line.unitPrice().amount()).toArray(Long[]::new))
                .update();
    }

    private static Integer[] positions(int count) {
        Integer[] positions = new Integer[count];
        for (int i = 0; i < count; i++) {
            positions[i] = i;
        }
        return positions;
    }

    private static Optional<Order> order(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        OrderId id = new OrderId(rows.getObject("id", UUID.class));
        String owner = rows.getString("owner");
        OrderStatus status = OrderStatus.valueOf(rows.getString("status"));
        Instant createdAt = instant(rows, "created_at");
        Instant expiresAt = instant(rows, "expires_at");
        OffsetDateTime paidAt = rows.getObject("paid_at", OffsetDateTime.class);
        List<OrderLine> lines = new ArrayList<>();
        do {
            lines.add(line(rows));
        } while (rows.next());
        return Optional.of(
                new Order(id, owner, status, lines, createdAt, expiresAt, paidAt == null ? null : paidAt.toInstant()));
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                new Sku(row.getString("sku")),
                Category.valueOf(row.getString("category")),
                row.getInt("quantity"),
                Money.of(row.getLong("unit_price"), row.getString("currency")));
    }

    private static OrderSummary summary(ResultSet row, int number) throws SQLException {
        return new OrderSummary(
                new OrderId(row.getObject("id", UUID.class)),
                OrderStatus.valueOf(row.getString("status")),
                Money.of(row.getLong("total"), row.getString("currency")),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
