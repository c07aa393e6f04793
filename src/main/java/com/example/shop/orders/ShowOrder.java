package com.example.shop.orders;

import com.example.platform.security.SecurityEvents;
import com.example.shop.Caller;
import com.example.shop.catalog.Catalog;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;
import com.example.shop.customers.Customer;
import com.example.shop.customers.CustomerId;
import com.example.shop.customers.Customers;
import com.example.shop.orders.OrderObservation.Detail;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows an order, enriched with customer and product data, to those who may see it. */
@Service
class ShowOrder {

    private final Orders orders;

    private final Customers customers;

    private final Catalog catalog;

    private final SecurityEvents security;

    private final ObservationRegistry observations;

    ShowOrder(
            Orders orders,
            Customers customers,
            Catalog catalog,
            SecurityEvents security,
            ObservationRegistry observations) {
        this.orders = orders;
        this.customers = customers;
        this.catalog = catalog;
        this.security = security;
        this.observations = observations;
    }

    /** The order; empty when there is none, and just as empty when it belongs to somebody else. */
    Optional<OrderView> show(OrderId id, Caller caller) {
        return OrderObservation.GET
                .observation(observations)
                .highCardinalityKeyValue(Detail.ORDER_ID.withValue(id.toString()))
                .observe(() ->
                        orders.find(id).filter(order -> maySee(caller, order)).map(this::enrich));
    }

    /** The same for an order just read or written. */
    OrderView enrich(Order order) {
        return OrderObservation.ENRICH
                .observation(observations)
                .highCardinalityKeyValue(Detail.ORDER_ID.withValue(order.id().toString()))
                .observe(() -> {
                    Customer customer = CustomerId.ofSubject(order.owner())
                            .flatMap(customers::find)
                            .orElse(null);
                    Map<Sku, Product> products = catalog.find(
                            order.lines().stream().map(OrderLine::sku).toList());
                    return OrderView.of(order, products, customer);
                });
    }

    private boolean maySee(Caller caller, Order order) {
        boolean allowed = caller.maySee(order.owner());
        if (!allowed) {
            security.accessRefused("order_owner");
        }
        return allowed;
    }
}
