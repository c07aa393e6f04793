package com.example.shop.orders;

import com.example.shop.Money;
import com.example.shop.catalog.Category;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;
import com.example.shop.customers.Customer;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. The customer's name is for the customer and support alone: it never prints itself. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        OrderId id,
        OrderStatus status,
        Money total,
        List<Line> items,
        @Nullable Buyer customer,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("expires_at") Instant expiresAt,
        @JsonProperty("paid_at") @Nullable Instant paidAt) {

    static OrderView of(Order order, Map<Sku, Product> products, @Nullable Customer customer) {
        return new OrderView(
                order.id(),
                order.status(),
                order.total(),
                order.lines().stream()
                        .map(line -> Line.of(line, products.get(line.sku())))
                        .toList(),
                customer == null ? null : new Buyer(customer.displayName()),
                order.createdAt(),
                order.expiresAt(),
                order.paidAt());
    }

    @Override
    public String toString() {
        return "OrderView[" + id + ", " + status + "]";
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Sku sku,
            @Nullable String name,
            Category category,
            int quantity,
            @JsonProperty("unit_price") Money unitPrice,
            Money total) {

        static Line of(OrderLine line, @Nullable Product product) {
            return new Line(
                    line.sku(),
                    product == null ? null : product.name(),
                    line.category(),
                    line.quantity(),
                    line.unitPrice(),
                    line.total());
        }
    }

    record Buyer(String name) {

        @Override
        public String toString() {
            return "Buyer[***]";
        }
    }
}
