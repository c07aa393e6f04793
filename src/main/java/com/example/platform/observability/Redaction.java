package com.example.platform.observability;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that is about to leave the process: card numbers, e-mail addresses, tokens, passwords.
 * The last line, not the first: whoever writes a line, a span or a label keeps them out at the source. Thread-safe;
 * text without a suspicious character costs one pass over it and no allocation.
 */
public final class Redaction {

    static final String REDACTED = "[redacted]";

    private static final int CARD = 1;
    private static final int EMAIL = 2;
    private static final int JWT = 4;
    private static final int SCHEME = 8;
    private static final int OPAQUE_TOKEN = 16;
    private static final int ASSIGNMENT = 32;

    private static final Pattern EMAIL_ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}._%+'-]{1,64}?(?:@|%40)[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
    private static final Pattern JSON_WEB_TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]*){0,4}");
    private static final Pattern AUTHORIZATION_SCHEME =
            Pattern.compile("\\b(Bearer|Basic)(\\s|%20|\\+)+[A-Za-z0-9._~+/=-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9])tok_\\w+");
    private static final String VALUE = "(\"[^\"]*\"|'[^']*'|[^\\s,;&\"'}\\])]+)";
    private static final Pattern NAMED = Pattern.compile(
            "((?:passw(?:or)?d|passphrase|pwd|secret|api[-_]?key|authorization|credentials?)[\"']?\\s{0,3}[=:]\\s{0,3}"
                    + "|token(?:[\"']\\s{0,3}:\\s{0,3}|=))"
                    + VALUE,
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SECRET_NAMES = Set.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "apikey",
            "authorization",
            "credential",
            "cookie",
            "cardnumber",
            "cvc",
            "cvv");

    /** Statements and other texts of the code come again and again; when there are more, they are looked at each time. */
    private static final int REMEMBERED = 1_000;

    private static final int LONGEST_REMEMBERED = 2_000;

    /** Texts that looked suspicious and had nothing to take out. */
    private static final Set<String> CLEAN = ConcurrentHashMap.newKeySet();

    /** Texts of the code that had nothing to take out; by themselves, so that what callers send cannot crowd them out. */
    private static final Set<String> CLEAN_CODE = ConcurrentHashMap.newKeySet();

    private Redaction() {}

    /** The text without its secrets; the very same object when it has none. */
    public static String redact(String text) {
        int found = suspicions(text);
        // an id has many digits and comes once
        boolean recurring = (found & ~CARD) != 0;
        if (found == 0 || recurring && CLEAN.contains(text)) {
            return text;
        }
        String result = without(found, text);
        if (recurring && result.equals(text)) {
            remember(text, CLEAN);
        }
        return result;
    }

    /** The same for a text of the code, as a statement is: it comes again and again, and is looked at once. */
    static String redactRecurring(String text) {
        if (CLEAN_CODE.contains(text)) {
            return text;
        }
        String result = without(suspicions(text), text);
        if (result.equals(text)) {
            remember(text, CLEAN_CODE);
        }
        return result;
    }

    private static void remember(String text, Set<String> clean) {
        if (text.length() <= LONGEST_REMEMBERED && clean.size() < REMEMBERED) {
            clean.add(text);
        }
    }

    static int remembered() {
        return CLEAN.size();
    }

    static int rememberedOfTheCode() {
        return CLEAN_CODE.size();
    }

    private static String without(int found, String text) {
        String result = text;
        if ((found & SCHEME) != 0) {
            result = AUTHORIZATION_SCHEME.matcher(result).replaceAll("$1 " + REDACTED);
        }
        if ((found & ASSIGNMENT) != 0) {
            result = NAMED.matcher(result).replaceAll("$1" + REDACTED);
        }
        if ((found & JWT) != 0) {
            result = JSON_WEB_TOKEN.matcher(result).replaceAll("[jwt]");
        }
        if ((found & OPAQUE_TOKEN) != 0) {
            result = TOKEN.matcher(result).replaceAll("tok_" + REDACTED);
        }
        if ((found & EMAIL) != 0) {
            result = EMAIL_ADDRESS.matcher(result).replaceAll("[email]");
        }
        return (found & CARD) != 0 ? CardNumbers.redact(result) : result;
    }

    /** Whether the text holds a card number: 12 to 19 digits, separated or not, with a right check digit. */
    public static boolean containsCardNumber(String text) {
        return CardNumbers.redact(text) != text;
    }

    /** Whether a value under this name is a secret whatever it looks like, e.g. {@code password}. */
    static boolean isSecretName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return SECRET_NAMES.stream().anyMatch(plain::contains);
    }

    private static int suspicions(String text) {
        int found = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else {
                found |= suspicion(text, i, c);
            }
        }
        return digits >= CardNumbers.SHORTEST ? found | CARD : found;
    }

    private static int suspicion(String text, int at, char c) {
        return switch (c) {
            case '@' -> EMAIL;
            case '%' -> text.startsWith("40", at + 1) ? EMAIL : 0;
            case 'e' -> text.startsWith("yJ", at + 1) ? JWT : 0;
            case 'B', 'b' ->
                text.regionMatches(true, at, "bearer", 0, 6) || text.regionMatches(true, at, "basic", 0, 5)
                        ? SCHEME
                        : 0;
            case 't' -> text.startsWith("ok_", at + 1) ? OPAQUE_TOKEN : 0;
            case '=', ':' -> at > 0 && !Character.isDigit(text.charAt(at - 1)) ? ASSIGNMENT : 0;
            default -> 0;
        };
    }
}
