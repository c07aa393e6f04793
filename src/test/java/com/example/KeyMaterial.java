package com.example;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a text what looks like a secret: by its form, or by being too random for a word or a name. */
final class KeyMaterial {

    private static final List<Pattern> FORMS = Stream.of(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/]{16}",
                    "\\bMI[A-Z][A-Za-z0-9+/]{60}",
                    "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{20,}",
                    "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b",
                    "\\bAIza[0-9A-Za-z_-]{35}",
                    "\\b(gh[pousr]_|github_pat_|glpat-|npm_|sk_live_|rk_live_|hvs\\.)[0-9A-Za-z_-]{16,}",
                    "\\bxox[abprs]-[0-9A-Za-z-]{10,}",
                    "://[^/\\s:@\"'{}$<>%]+:[^/\\s:@\"'{}$<>%*]{6,}@",
                    // shorter ones are ids of traces, spans and commits
                    "(?<!sha256:)\\b[0-9a-fA-F]{48,}\\b")
            .map(Pattern::compile)
            .toList();

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_-]{24,}={0,2}");

    /** Share of neighbours of two kinds: about 0.6 in random text, below 0.3 in names, however many words they have. */
    private static final double RANDOM = 0.42;

    private KeyMaterial() {}

    /** The beginnings of what was found: enough to find it, too little to use it. */
    static List<String> in(String text) {
        Stream<String> formed =
                FORMS.stream().flatMap(form -> form.matcher(text).results().map(MatchResult::group));
        Stream<String> random =
                WORD.matcher(text).results().map(MatchResult::group).filter(KeyMaterial::isRandom);
        return Stream.concat(formed, random)
                .map(found -> found.substring(0, Math.min(12, found.length())) + "...")
                .distinct()
                .toList();
    }

    private static boolean isRandom(String word) {
        int changes = 0;
        for (int i = 1; i < word.length(); i++) {
            changes += kind(word.charAt(i)) == kind(word.charAt(i - 1)) ? 0 : 1;
        }
        boolean mixed = word.chars().anyMatch(c -> kind(c) == 'A')
                && word.chars().anyMatch(c -> kind(c) == 'a')
                && word.chars().anyMatch(c -> kind(c) == '0');
        return mixed && changes >= RANDOM * (word.length() - 1);
    }

    private static char kind(int c) {
        if (c >= 'a' && c <= 'z') {
            return 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return 'A';
        }
        return c >= '0' && c <= '9' ? '0' : '-';
    }
}
