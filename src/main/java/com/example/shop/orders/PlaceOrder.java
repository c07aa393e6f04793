package com.example.shop.orders;

import com.example.shop.catalog.Catalog;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;
import com.example.shop.orders.OrderObservation.Detail;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Places orders at the prices of the catalogue. */
@Service
class PlaceOrder {

    private final Orders orders;

    private final Catalog catalog;

    private final OrderProperties properties;

    private final TransactionOperations transaction;

    private final ApplicationEventPublisher events;

    private final ObservationRegistry observations;

    private final Clock clock;

    PlaceOrder(
            Orders orders,
            Catalog catalog,
            OrderProperties properties,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            ObservationRegistry observations,
            Clock clock) {
        this.orders = orders;
        this.catalog = catalog;
        this.properties = properties;
        this.transaction = transaction;
        this.events = events;
        this.observations = observations;
        this.clock = clock;
    }

    /** Places an order under the id, or finds the one that an earlier call placed under it. */
    Placement place(OrderId id, String owner, List<Wish> wishes) {
        return OrderObservation.PLACE
                .observation(observations)
                .highCardinalityKeyValue(Detail.ORDER_ID.withValue(id.toString()))
                .observe(() -> orders.find(id)
                        .<Placement>map(Placement.Placed::new)
                        .orElseGet(() -> placeAnew(id, owner, wishes)));
    }

    private Placement placeAnew(OrderId id, String owner, List<Wish> wishes) {
        Map<Sku, Product> products = catalog.find(
                wishes.stream().map(Wish::sku).flatMap(Optional::stream).toList());
        List<OrderLine> lines = new ArrayList<>();
        for (Wish wish : wishes) {
            Product product = wish.sku().map(products::get).orElse(null);
            if (product == null) {
                return new Placement.UnknownProduct(lines.size());
            }
            lines.add(OrderLine.of(product, wish.quantity()));
        }
        Instant now = clock.instant();
        return new Placement.Placed(store(Order.placed(id, owner, lines, now, now.plus(properties.paymentDue()))));
    }

    private Order store(Order order) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                orders.add(order);
                events.publishEvent(new OrderPlaced(order));
                return order;
            }));
        } catch (DuplicateKeyException overtaken) {
            // this call lost its key while it stood still, and whoever took it over was faster
            return orders.find(order.id()).orElseThrow(() -> overtaken);
        }
    }

    /** So many of what may be a product. */
    record Wish(Optional<Sku> sku, int quantity) {}
}
