package com.example.shop.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Made-up secrets that no telemetry may show, and the search for them in all the ways they could be written. */
public final class Secrets {

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** Adds a secret of which any spelling is a leak. */
    public String add(String name, String secret) {
        byName.put(name, secret);
        return secret;
    }

    /** Adds a card number that passes the check digit and that nobody holds: its issuer does not exist. */
    public String addCard(String name) {
        Random random = new Random();
        StringBuilder digits = new StringBuilder("9");
        while (digits.length() < 15) {
            digits.append(random.nextInt(10));
        }
        return add(name, digits.append(checkDigit(digits)).toString());
    }

    public static String spaced(String card) {
        return card.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What of the secrets is found in the text: name and spelling, never the secret itself. */
    public List<String> leaksIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> leaks = new ArrayList<>();
        byName.forEach((name, secret) -> spellings(secret).forEach((spelling, written) -> {
            if (lower.contains(written.toLowerCase(Locale.ROOT))) {
                leaks.add(name + ", " + spelling);
            }
        }));
        return leaks;
    }

    private static Map<String, String> spellings(String secret) {
        return Map.of(
                "plain", secret,
                "spaced", spaced(secret),
                "dashed", spaced(secret).replace(' ', '-'),
                "url-encoded", urlEncoded(secret),
                "spaced and url-encoded", urlEncoded(spaced(secret)),
                "spaced and percent-encoded", spaced(secret).replace(" ", "%20"),
                "base64", base64(secret).replace("=", ""),
                "spaced and base64", base64(spaced(secret)).replace("=", ""));
    }

    private static int checkDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
