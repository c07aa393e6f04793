package com.example.shop.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a hostile client puts where a request has a body, a path, a query or a header. */
public final class HostileInput {

    /** In place of a value; each is refused by every field there is, but for the texts of a registration. */
    public static final List<String> VALUES = List.of(
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e-400",
            "1e2147483647",
            "99999999999999999999",
            "9".repeat(1_500),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"zz\\u0000zz@example.com\"",
            "\"\\ud800\"",
            "\"zz\\udc00zz\"",
            "\"\\u001b[31mzz\"",
            "\"\\r\\nzz: zz\"",
            "\"zz' OR 1=1; DROP TABLE orders --\"",
            "\"${jndi:ldap://zz}{{zz}}%s%n\"",
            "\"" + "z".repeat(5_000) + "\"",
            "\"" + "\\ud83d\\ude00".repeat(2_000) + "\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"@class\":\"java.lang.Runtime\"}");

    /** In place of a whole body. */
    public static final List<String> BODIES = List.of(
            "{",
            "}",
            "",
            " ",
            "null",
            "[]",
            "\"zz\"",
            "1",
            "{}{}",
            "{\"zz\": 1}",
            "{\"\\u0000\": 1}",
            "{\"\\ud800\": 1}",
            "{\"zz\": \"\u0001\"}",
            "\ufeff{}",
            "<zz/>",
            "zz=1&zz=2",
            "[".repeat(30_000),
            "{\"items\":".repeat(5_000),
            "{\"items\":" + "[".repeat(900) + "]".repeat(900) + "}",
            "{\"" + "z".repeat(60_000) + "\":1}");

    public static final List<String> PATH_PARAMETERS = List.of(
            "not-a-zz",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-00000000000g",
            "%00",
            "zz%00",
            "%20",
            "%0d%0aSet-Cookie:zz",
            "%2F",
            "zz%2Fzz",
            "%5C",
            "..",
            "..;",
            "%2e%2e",
            "..%2f..%2factuator",
            ";zz=1",
            "zz;zz=1",
            "/",
            "//zz",
            "%zz",
            "%",
            "%c0%ae",
            "%ff%fe",
            "%ed%a0%80",
            "%f0%9f%98%80",
            "\u00e9",
            "<zz>",
            "{id}",
            "*",
            "%25%30%30",
            "4111111111111111",
            "z".repeat(3_000),
            "z".repeat(20_000));

    public static final List<String> QUERIES = List.of(
            "?",
            "?zz",
            "?zz=1&zz=2",
            "?%zz=1",
            "?zz=%",
            "?zz=%ff",
            "?zz=%00",
            "?%00=zz",
            "?&&&===",
            "?zz=\u00e9",
            "?access_token=zz",
            "?status=zz",
            "?status=",
            "?status=%00",
            "?status=PAID&status=PAID",
            "?limit=0",
            "?limit=-1",
            "?limit=101",
            "?limit=",
            "?limit=%00",
            "?limit=1e3",
            "?limit=99999999999999999999",
            "?limit=1&limit=2",
            "?limit[]=1",
            "?after=",
            "?after=zz",
            "?after=%00",
            "?after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "?after=f_________________________________",
            "?after=" + "z".repeat(5_000),
            "?" + "z=1&".repeat(1_500));

    public static final List<String> KEYS = List.of(
            "", "z z", "z\u00e9z", "\u0000", "z\u0000z", "z\tz", "z\u007fz", "z".repeat(256), "z".repeat(6_000));

    private static final String MARKS = "%\r\n;\"{}[]:,/9\\\u00ff";

    private static final Pattern VALUE = Pattern.compile("(?<=: )(\"[^\"]*\"|\\d+|\\{.*}|\\[.*])");

    private HostileInput() {}

    /** The body with each of its values in turn replaced, and with a field that nobody knows. */
    public static List<String> variantsOf(String body, String value) {
        List<String> variants = new ArrayList<>();
        Matcher found = VALUE.matcher(body);
        for (int at = 0; found.find(at); at = found.start() + 1) {
            variants.add(body.substring(0, found.start()) + value + body.substring(found.end()));
        }
        variants.add(body.replaceFirst("\\{", Matcher.quoteReplacement("{\"zz\": " + value + ", ")));
        return variants;
    }

    /** The bytes after one to eight edits: changed, dropped, doubled, or replaced by what parsers stumble over. */
    public static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid;
        for (int edits = 1 + random.nextInt(8); edits > 0; edits--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(4));
            String replacement = switch (random.nextInt(6)) {
                case 0 -> "";
                case 1 -> String.valueOf((char) random.nextInt(256));
                case 2 -> "\u0000";
                case 3 -> "\\u0000";
                case 4 -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).repeat(3);
                default -> String.valueOf(MARKS.charAt(random.nextInt(MARKS.length())));
            };
            bytes = spliced(bytes, from, to, replacement.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] replacement) {
        byte[] result = new byte[bytes.length - (to - from) + replacement.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(replacement, 0, result, from, replacement.length);
        System.arraycopy(bytes, to, result, from + replacement.length, bytes.length - to);
        return result;
    }
}
