package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.testing.Answer;
import com.example.shop.testing.ShopCalls;
import com.example.testing.LocalDatabase;
import com.example.testing.StallingProxy;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** A database that takes every word and gives none, as behind a broken switch. */
@Import(HungDatabaseIntegrationTests.BehindAProxy.class)
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=5")
class HungDatabaseIntegrationTests extends CustomerOfTheShop {

    /** A connection, a statement, and what is put right after it, each with its own limit; that of the driver is shorter here. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    @Autowired
    private StallingProxy proxy;

    @AfterEach
    void letItGoOn() {
        proxy.goOn();
    }

    @Test
    void everyCallEndsInTimeAndTheShopRecoversByItself() throws Exception {
        String order = shop.orderOfABook(customer);
        proxy.stall();

        List<Supplier<Answer>> calls = List.of(
                () -> shop.get("/api/products", null),
                () -> shop.get("/api/orders/" + order, customer),
                () -> shop.order(customer, "BOK-0001", 1),
                () -> shop.pay(customer, order, "tok_visa"),
                () -> shop.post("/api/orders/" + order + "/cancellation", customer, null),
                () -> shop.post(
                        "/api/auth/token", null, "{\"email\": \"a@example.com\", \"password\": \"some text\"}"));
        List<Timed> answers = allAtOnce(calls);

        assertThat(answers).allSatisfy(timed -> {
            assertThat(timed.answer().status()).as(timed.answer().body()).isEqualTo(503);
            assertThat(timed.answer().header("Retry-After")).isPresent();
            assertThat(timed.millis()).isLessThan(LONGEST.toMillis());
        });
        System.out.println("hung database: answered after ms "
                + answers.stream().map(Timed::millis).sorted().toList());
        assertThat(shop.get("/livez", null).status()).isEqualTo(200);

        proxy.goOn();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.get("/api/orders/" + order, customer).status() == 200);
        Answer paid = shop.pay(customer, order, ShopCalls.newKey(), "tok_visa");
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
    }

    private record Timed(Answer answer, long millis) {}

    private static List<Timed> allAtOnce(List<Supplier<Answer>> calls) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Timed>> running = new ArrayList<>();
            for (Supplier<Answer> call : calls) {
                running.add(CompletableFuture.supplyAsync(
                        () -> {
                            long began = System.nanoTime();
                            Answer answer = call.get();
                            return new Timed(answer, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                        },
                        callers));
            }
            return running.stream()
                    .map(future -> future.orTimeout(60, TimeUnit.SECONDS).join())
                    .toList();
        }
    }

    /** The database of the test, reached through something that can stall. */
    @TestConfiguration(proxyBeanMethods = false)
    static class BehindAProxy {

        @Bean(destroyMethod = "close")
        StallingProxy stallingProxy(EmbeddedPostgres postgres) throws IOException {
            return StallingProxy.before(postgres.getPort());
        }

        @Bean
        @Primary
        JdbcConnectionDetails throughTheProxy(StallingProxy proxy) {
            return new LocalDatabase("jdbc:postgresql://localhost:" + proxy.port() + "/postgres");
        }
    }
}
