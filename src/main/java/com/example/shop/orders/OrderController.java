package com.example.shop.orders;

import com.example.platform.web.FieldReason;
import com.example.platform.web.Idempotency;
import com.example.platform.web.IdempotentCall;
import com.example.platform.web.Problems;
import com.example.shop.Caller;
import com.example.shop.catalog.Sku;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for their owners, and to read for support. A caller who takes no JSON is refused before anything changes. */
@RestController
@RequestMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

    private final PlaceOrder place;

    private final ShowOrder show;

    private final CancelOrder cancel;

    private final Orders orders;

    private final Idempotency idempotency;

    OrderController(PlaceOrder place, ShowOrder show, CancelOrder cancel, Orders orders, Idempotency idempotency) {
        this.place = place;
        this.show = show;
        this.cancel = cancel;
        this.orders = orders;
        this.idempotency = idempotency;
    }

    @ApiResponse(
            responseCode = "201",
            description = "Placed",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @PostMapping
    @PreAuthorize("hasRole('CUSTOMER')")
    ResponseEntity<?> place(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody OrderRequest body,
            Authentication authentication) {
        String subject = authentication.getName();
        return idempotency.run(
                new IdempotentCall(subject, "order.place", key, body),
                reference -> answer(place.place(new OrderId(reference), subject, body.wishes())));
    }

    @ApiResponse(
            responseCode = "200",
            description = "The order",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(responseCode = "404", description = "There is no such order, or it belongs to somebody else")
    @GetMapping("/{id}")
    ResponseEntity<?> show(@PathVariable UUID id, Authentication authentication) {
        return show.show(new OrderId(id), Caller.of(authentication))
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(OrderController::noSuchOrder);
    }

    @ApiResponse(
            responseCode = "200",
            description = "A page of the orders of the caller",
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            Authentication authentication) {
        Optional<OrderStatus> wanted = Optional.ofNullable(status).flatMap(OrderStatus::parse);
        Optional<Cursor> cursor = Optional.ofNullable(after).flatMap(Cursor::parse);
        if (status != null && wanted.isEmpty()) {
            return Problems.invalid("status", FieldReason.UNKNOWN);
        }
        if (limit < 1 || limit > 100) {
            return Problems.invalid("limit", FieldReason.RANGE);
        }
        if (after != null && cursor.isEmpty()) {
            return Problems.invalid("after", FieldReason.FORMAT);
        }
        // one more than asked for tells whether there is a next page
        List<OrderSummary> found =
                orders.page(authentication.getName(), wanted.orElse(null), cursor.orElse(null), limit + 1);
        return ResponseEntity.ok(OrderPage.of(found, limit));
    }

    @ApiResponse(
            responseCode = "200",
            description = "Cancelled, now or before",
            content = @Content(schema = @Schema(implementation = Cancelled.class)))
    @ApiResponse(responseCode = "404", description = "There is no such order, or it belongs to somebody else")
    @ApiResponse(responseCode = "409", description = "The order is paid or expired, or a payment is not settled yet")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<?> cancel(@PathVariable UUID id, Authentication authentication) {
        return switch (cancel.cancel(new OrderId(id), authentication.getName())) {
            case CANCELLED -> ResponseEntity.ok(new Cancelled(new OrderId(id), OrderStatus.CANCELLED));
            case NO_SUCH_ORDER -> noSuchOrder();
            case CLOSED -> conflict("order-closed", "The order can no longer be cancelled.");
            case PAYMENT_IN_FLIGHT -> conflict("payment-in-flight", "A payment of the order is not settled yet.");
        };
    }

    private ResponseEntity<?> answer(Placement placement) {
        return switch (placement) {
            case Placement.Placed placed ->
                ResponseEntity.created(
                                URI.create("/api/orders/" + placed.order().id()))
                        .body(show.enrich(placed.order()));
            case Placement.UnknownProduct unknown ->
                Problems.invalid("items[" + unknown.line() + "].sku", FieldReason.UNKNOWN);
        };
    }

    static ResponseEntity<?> noSuchOrder() {
        return Problems.response(HttpStatus.NOT_FOUND, "order-not-found", "There is no such order.");
    }

    static ResponseEntity<?> conflict(String type, String detail) {
        return Problems.response(HttpStatus.CONFLICT, type, detail);
    }

    record OrderRequest(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items) {

        List<PlaceOrder.Wish> wishes() {
            return items.stream()
                    .map(item -> new PlaceOrder.Wish(Sku.parse(item.sku()), item.quantity()))
                    .toList();
        }
    }

    record Item(
            @NotNull @Size(min = 1, max = 32) String sku,
            @NotNull @Min(1) @Max(1000) Integer quantity) {}

    record Cancelled(OrderId id, OrderStatus status) {}

    /** A page of orders; {@code next} is what to pass as {@code after} for the one behind it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderPage(List<OrderSummary> items, @Nullable String next) {

        static OrderPage of(List<OrderSummary> found, int limit) {
            return found.size() <= limit
                    ? new OrderPage(found, null)
                    : new OrderPage(
                            found.subList(0, limit),
                            Cursor.after(found.get(limit - 1)).toString());
        }
    }
}
