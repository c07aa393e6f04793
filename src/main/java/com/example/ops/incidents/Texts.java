package com.example.ops.incidents;

import org.jspecify.annotations.Nullable;

/** Words from outside, made fit to be kept: what nobody sees, or what turns around the rest of a line, is dropped. */
final class Texts {

    private Texts() {}

    /** On one line and no longer than so many characters. */
    static String line(@Nullable String text, int longest) {
        return clean(text == null ? "" : text.replaceAll("\\s+", " ").strip(), longest);
    }

    /** The same with its line breaks. */
    static String lines(String text, int longest) {
        return clean(text.replace("\r\n", "\n").strip(), longest);
    }

    private static String clean(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(Texts::isKept).forEach(kept::appendCodePoint);
        if (kept.length() <= longest) {
            return kept.toString();
        }
        boolean splits = Character.isHighSurrogate(kept.charAt(longest - 2));
        return kept.substring(0, longest - (splits ? 2 : 1)) + "…";
    }

    private static boolean isKept(int character) {
        return character == '\n'
                || switch (Character.getType(character)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
