package com.example.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a customer does, as requests of one kind. */
enum Journey {
    PRODUCT_READ("product read", 20_000),
    ORDER_READ("order read", 12_000),
    ORDER_PLACING("order placing", 12_000),
    ORDER_PAYING("order paying", 6_000);

    private static final int CONNECTIONS = 8;

    private final String meaning;

    private final int requests;

    Journey(String meaning, int requests) {
        this.meaning = meaning;
        this.requests = requests;
    }

    String meaning() {
        return meaning;
    }

    /** How many requests a round has. */
    int requests() {
        return requests;
    }

    /** So many requests of the shop's customer, each as soon as another is answered. */
    Load at(BenchShop shop, int number) {
        return load(shop, number, requests(shop, number));
    }

    static Load load(BenchShop shop, int number, Requests requests) {
        return new ClosedLoop(shop.port(), CONNECTIONS, number, requests.status(), requests.bytes());
    }

    /** For so many; whatever they need is there, and its spans have arrived, when this returns. */
    Requests requests(BenchShop shop, int number) {
        return switch (this) {
            case PRODUCT_READ -> reading(shop, "/api/products/BOK-0001");
            case ORDER_READ -> reading(shop, shop.order());
            case ORDER_PLACING -> placing(shop);
            case ORDER_PAYING -> paying(shop, number);
        };
    }

    static byte[] read(BenchShop shop, String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization(shop) + "\r\n");
    }

    private static Requests reading(BenchShop shop, String path) {
        byte[] request = read(shop, path);
        return new Requests(200, number -> request);
    }

    private static Requests placing(BenchShop shop) {
        byte[] request = post(shop, "/api/orders", "", "{\"items\":[{\"sku\":\"BOK-0001\",\"quantity\":1}]}");
        return new Requests(201, number -> request);
    }

    /** Places the orders first, each of which is paid once. */
    private static Requests paying(BenchShop shop, int number) {
        load(shop, number, placing(shop)).run();
        shop.settle();
        List<String> orders = shop.database().unpaidOrders(number);
        return new Requests(201, i -> {
            String order = orders.get((int) i);
            String key = "Idempotency-Key: bench-" + order + "\r\n";
            return post(shop, "/api/orders/" + order + "/payments", key, "{\"method\":{\"token\":\"tok_visa\"}}");
        });
    }

    private static byte[] post(BenchShop shop, String path, String headers, String body) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization(shop)
                + "Content-Type: application/json\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private static String authorization(BenchShop shop) {
        return "Authorization: Bearer " + shop.customer() + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
