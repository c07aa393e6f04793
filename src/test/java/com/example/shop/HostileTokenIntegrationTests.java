package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.testing.RawAnswer;
import com.example.shop.testing.RawRequest;
import com.example.shop.testing.ShopCalls;
import com.example.shop.testing.ShopOperations.Operation;
import com.example.testing.ManagementDoors;
import com.example.testing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.ApplicationContext;

/** Tokens that an attacker or an accident would send, and those of an issuer other than ours. */
class HostileTokenIntegrationTests extends HostileClient {

    @Autowired
    private ApplicationContext context;

    @LocalManagementPort
    private int managementPort;

    @Test
    void aTokenThatWeDidNotMakeIsRefused() {
        List<String> garbage = new ArrayList<>(
                tokens.bad().values().stream().map(token -> "Bearer " + token).toList());
        garbage.addAll(
                List.of("Bearer", "Bearer ", "Bearer \u0001", "Bearer \u00e9\u00ff", "Bearer zz zz", "Bearer zz,zz"));
        for (Operation operation : operations) {
            for (int i = 0; i < garbage.size(); i++) {
                String value = garbage.get(i);
                RawRequest request = operation.valid().with("Authorization", value);
                String what = operation.name() + " with bad token " + i + " " + value;
                refusals.expect(what, request, 400, 401);
            }
        }
    }

    @Test
    void anAuthorizationThatIsNoTokenOpensNothing() {
        for (Operation operation : operations) {
            RawRequest none = operation.valid().without("Authorization");
            if (!operation.open()) {
                refusals.expect(operation.name() + " without a token", none, 401);
                refusals.expect(operation.name() + " without a token, HEAD", none.method("HEAD"), 401);
            }
            for (String value : List.of("", "zz", "Basic enp6eg==", "Negotiate zz", "\u00ff\u00fe", "Bearerzz")) {
                RawRequest request = operation.valid().with("Authorization", value);
                if (operation.open()) {
                    refusals.tolerate(operation.name() + " with " + value, request);
                } else {
                    refusals.expect(operation.name() + " with " + value, request, 401);
                }
            }
            RawRequest twice = operation.valid().token(customer).plus("Authorization: Bearer zz");
            refusals.tolerate(operation.name() + " with two tokens", twice);
        }
    }

    /** The right token with the wrong role: one that needs a role says so, and one that needs an owner knows nobody. */
    @Test
    void aTokenWithoutTheRoleOpensNothingThatNeedsOne() {
        for (Operation operation : operations) {
            if (operation.open()) {
                continue;
            }
            for (String role : List.of("none", "customer", "support", "operator", "alertmanager", "ROLE_OPERATOR")) {
                RawRequest request = operation
                        .valid()
                        .with("Idempotency-Key", ShopCalls.newKey())
                        .token(tokens.valid("somebody-else", role));
                String what = operation.name() + " with the role " + role;
                if (operation.rolesThatMay().contains(role)) {
                    refusals.tolerate(what, request);
                } else if (operation.statuses().contains("403")) {
                    refusals.expect(what, request, 403);
                } else if (operation.template().contains("{")) {
                    refusals.expect(what, request, 404);
                }
            }
        }
    }

    /** What belongs to another is answered as what does not exist, to the letter. */
    @Test
    void theIdsOfAnotherCustomerAreIdsOfNothing() {
        String stranger = shop.newCustomer();
        int tried = 0;
        for (Operation operation : operations) {
            if (!operation.template().contains("{id}") || operation.statuses().contains("403")) {
                continue;
            }
            RawRequest theirs = operation.valid().token(stranger);
            RawAnswer hidden =
                    theirs.with("Idempotency-Key", ShopCalls.newKey()).send(port);
            RawAnswer missing = operation
                    .withParameter(UUID.randomUUID().toString())
                    .token(stranger)
                    .with("Idempotency-Key", ShopCalls.newKey())
                    .send(port);
            assertThat(hidden.status()).as(operation.name()).isEqualTo(404);
            assertThat(untraced(hidden)).as(operation.name()).isEqualTo(untraced(missing));
            // nor does the key of the other customer lead to the answer that the key had
            operation.valid().send(port);
            refusals.expect(operation.name() + " with the other's key", theirs, 404);
            tried++;
        }
        assertThat(tried).isGreaterThanOrEqualTo(4);
        assertThat(shop.get("/api/orders", stranger).json().path("items")).isEmpty();
    }

    @Test
    void everyRouteOfTheApiIsInTheDocument() {
        Set<String> documented = operations.stream().map(Operation::name).collect(Collectors.toSet());
        assertThat(Routes.of(context).stream().map(Routes.Route::name).filter(name -> name.contains(" /api/")))
                .isNotEmpty()
                .allMatch(documented::contains);
    }

    @Test
    void theManagementPortIsClosedButForHealthAndTheScrape() {
        ManagementDoors doors = new ManagementDoors(context, managementPort, tokens);
        assertThat(doors.complaints()).isEmpty();
        assertThat(doors.listed()).contains("loggers", "metrics", "info");
    }

    private static String untraced(RawAnswer answer) {
        return answer.status() + answer.body().replaceAll("\"trace_id\":\"\\w+\"", "");
    }

    @Test
    void aSubjectOfAnotherIssuerIsServedOrRefused() {
        List<String> strangers = List.of(
                tokens.valid("auth0|someone@elsewhere", "customer", "support", "operator"),
                tokens.valid("\u00e9\ud83d\ude00", "customer", "support", "operator"),
                tokens.valid("' OR 1=1 --", "support"),
                tokens.valid("0", "\u0000"),
                tokens.with(claims -> claims.claim("sub", 7)),
                tokens.with(claims -> claims.claim("roles", "support")),
                tokens.with(claims -> claims.claim("roles", 7)),
                tokens.with(claims -> claims.claim("roles", List.of(List.of("support"), 7))),
                tokens.with(claims -> claims.claim("roles", null)));
        for (Operation operation : operations) {
            for (int i = 0; i < strangers.size(); i++) {
                refusals.tolerate(
                        operation.name() + " by stranger " + i,
                        operation.valid().token(strangers.get(i)).with("Idempotency-Key", ShopCalls.newKey()));
            }
        }
    }
}
