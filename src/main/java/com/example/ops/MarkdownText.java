package com.example.ops;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows words from outside in Markdown without letting them be Markdown, or HTML. */
public final class MarkdownText {

    /** What means something anywhere in a line: among them what makes addresses, also without brackets around them. */
    private static final String SPECIAL = "\\`*_{}[]#!|~:@$^";

    /** What means something where a line begins, and the point that makes a link of a bare address. */
    private static final Pattern STARTS = Pattern.compile("^(\\s*)([-+=]|\\d+(?=[.)]))|(?<=(?i:www))\\.");

    private MarkdownText() {}

    /** Verbatim, on one line: nothing is read within a code span but its end, which the words cannot contain. */
    public static String code(String text) {
        String inside = text.replace('`', '\'').replaceAll("\\s+", " ").strip();
        return inside.isEmpty() ? "" : "`" + inside + "`";
    }

    /** As a quotation, line by line; each sign that could mean something stands for itself. */
    public static String quote(String text) {
        return text.lines().map(line -> "> " + escaped(line)).collect(Collectors.joining("\n"));
    }

    /** Within a line of text or a cell of a table; each sign that could mean something stands for itself. */
    public static String escaped(String text) {
        String line = text.replaceAll("\\s+", " ");
        StringBuilder safe = new StringBuilder();
        for (char sign : line.toCharArray()) {
            switch (sign) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.append(SPECIAL.indexOf(sign) < 0 ? "" : "\\").append(sign);
            }
        }
        return STARTS.matcher(safe).replaceAll(MarkdownText::disarmed);
    }

    private static String disarmed(MatchResult start) {
        String sign = start.group(2);
        if (sign == null) {
            return "\\\\.";
        }
        boolean number = Character.isDigit(sign.charAt(0));
        return start.group(1) + (number ? sign + "\\\\" : "\\\\" + sign);
    }

    /** A link of words and an address that are ours. */
    public static String link(String title, String url) {
        return "[" + title + "](<" + url + ">)";
    }
}
