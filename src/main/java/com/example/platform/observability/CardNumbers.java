package com.example.platform.observability;

import org.jspecify.annotations.Nullable;

/**
 * Finds card numbers in text: 12 to 19 digits with a right check digit (Luhn), in any grouping, between spaces, dashes
 * and their percent-encoded forms; between dots, slashes and underscores only in groups as cards have them, or every
 * IP address and date would be a suspect. Left alone: UUIDs, words of 16 to 64 hexadecimal digits (trace and span ids,
 * hashes), and numbers with a leading 0 or 1, which no card has (but for 15-digit UATP) and every epoch time until 2033
 * has. What remains is a chance of one in ten that another number of that length is taken for a card; it is meant so.
 */
final class CardNumbers {

    static final int SHORTEST = 12;
    static final int LONGEST = 19;

    private static final String MASK = "[card]";

    private CardNumbers() {}

    /** The text with each card number replaced; the very same object when there is none. */
    static String redact(String text) {
        StringBuilder result = null;
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            int next = wordStarts(text, at) ? identifierEnd(text, at) : at;
            if (next == at && isDigit(text.charAt(at))) {
                int end = cardEnd(text, at);
                if (end > at) {
                    result = append(result, text, copied, at);
                    copied = end;
                }
                next = end > at ? end : digitsEnd(text, at);
            }
            at = Math.max(next, at + 1);
        }
        return result == null
                ? text
                : result.append(text, copied, text.length()).toString();
    }

    private static StringBuilder append(@Nullable StringBuilder result, String text, int from, int to) {
        StringBuilder target = result == null ? new StringBuilder(text.length()) : result;
        return target.append(text, from, to).append(MASK);
    }

    /** Where the longest card number that starts here ends, or {@code start} when none does. */
    private static int cardEnd(String text, int start) {
        int length = 0;
        int group = 0;
        int[] sums = new int[2];
        int end = start;
        int at = start;
        while (at < text.length() && length <= LONGEST) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                add(sums, length++, c - '0');
                group++;
                at++;
                boolean whole = at == text.length() || !isDigit(text.charAt(at));
                if (whole && isCard(text.charAt(start), length, sums)) {
                    end = at;
                }
            } else {
                int skipped = separatorsEnd(text, at, group);
                if (skipped == at) {
                    break;
                }
                at = skipped;
                group = 0;
            }
        }
        return end;
    }

    /** Both sums are kept, as the length decides only at the end which digits count double. */
    private static void add(int[] sums, int index, int digit) {
        int doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
        sums[index & 1] += doubled;
        sums[1 - (index & 1)] += digit;
    }

    private static boolean isCard(char first, int length, int[] sums) {
        boolean possible = first > '1' || first == '1' && length == 15;
        return possible && length >= SHORTEST && length <= LONGEST && sums[length & 1] % 10 == 0;
    }

    private static int separatorsEnd(String text, int start, int groupBefore) {
        int at = start;
        for (int i = 0; i < 3; i++) {
            int length = separatorLength(text, at, groupBefore);
            at += length;
            if (length == 0) {
                break;
            }
        }
        return at < text.length() && isDigit(text.charAt(at)) ? at : start;
    }

    private static int separatorLength(String text, int at, int groupBefore) {
        if (at >= text.length()) {
            return 0;
        }
        char c = text.charAt(at);
        return switch (c) {
            case ' ', '-', '+', '\t', '\u00a0', '\u2007', '\u2009', '\u202f' -> 1;
            case '.', '/', '_' -> groupBefore >= 4 && groupBefore <= 6 ? 1 : 0;
            case '%' -> encodedSeparatorLength(text, at);
            default -> c >= '\u2010' && c <= '\u2015' ? 1 : 0;
        };
    }

    private static int encodedSeparatorLength(String text, int at) {
        if (text.regionMatches(true, at, "%C2%A0", 0, 6)) {
            return 6;
        }
        return text.startsWith("20", at + 1)
                        || text.startsWith("09", at + 1)
                        || text.regionMatches(true, at + 1, "2D", 0, 2)
                        || text.regionMatches(true, at + 1, "2B", 0, 2)
                ? 3
                : 0;
    }

    /** The end of the UUID or the hexadecimal word that starts here, or {@code start}. */
    private static int identifierEnd(String text, int start) {
        int end = start;
        boolean letters = false;
        while (end < text.length() && isHex(text.charAt(end))) {
            letters |= !isDigit(text.charAt(end));
            end++;
        }
        int length = end - start;
        if (length == 8 && isUuid(text, start)) {
            return start + 36;
        }
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return ends && (length > LONGEST || length == 16 && letters) ? end : start;
    }

    private static boolean isUuid(String text, int start) {
        if (start + 36 > text.length()) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(start + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isHex(c)) {
                return false;
            }
        }
        return start + 36 == text.length() || !Character.isLetterOrDigit(text.charAt(start + 36));
    }

    private static boolean wordStarts(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static int digitsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
