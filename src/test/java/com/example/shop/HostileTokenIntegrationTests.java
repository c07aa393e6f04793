package com.example.shop;

import com.example.shop.testing.RawRequest;
import com.example.shop.testing.ShopCalls;
import com.example.shop.testing.ShopOperations.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens that an attacker or an accident would send, and those of an issuer other than ours. */
class HostileTokenIntegrationTests extends HostileClient {

    @Test
    void aTokenThatWeDidNotMakeIsRefused() {
        List<String> bad = List.of(
                tokens.expired(),
                tokens.notYetValid(),
                tokens.forged(),
                tokens.tampered(),
                tokens.unsigned(),
                tokens.hs256WithThePublicKey(),
                tokens.rs512(),
                tokens.with(claims -> claims.issuer("urn:zz")),
                tokens.with(claims -> claims.issuer(null)),
                tokens.with(claims -> claims.claim("iss", 7)),
                tokens.with(claims -> claims.audience("zz")),
                tokens.with(claims -> claims.audience((String) null)),
                tokens.with(claims -> claims.claim("aud", List.of(List.of("zz")))),
                tokens.with(claims -> claims.claim("exp", "zz")),
                tokens.with(claims -> claims.claim("exp", null)),
                tokens.with(claims -> claims.claim("exp", Long.MAX_VALUE)),
                tokens.with(claims -> claims.claim("nbf", "zz")),
                tokens.with(claims -> claims.subject(null)),
                tokens.with(claims -> claims.subject("")),
                tokens.with(claims -> claims.subject(" ")),
                tokens.with(claims -> claims.subject("zz\u0000zz")),
                tokens.with(claims -> claims.subject("zz\nzz")),
                tokens.with(claims -> claims.subject("z".repeat(4_000))),
                tokens.with(claims -> claims.claim("sub", List.of("zz"))),
                "zz",
                "zz.zz.zz",
                "..",
                "e30.e30.",
                "e30.e30.e30",
                "z".repeat(9_000));
        List<String> garbage =
                new ArrayList<>(bad.stream().map(token -> "Bearer " + token).toList());
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
