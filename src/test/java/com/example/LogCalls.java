package com.example;

import com.example.testing.SourceFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls in a source that write a log line, with the text of their arguments. */
record LogCalls(SourceFile source) {

    /** The access log of Tomcat's adapter is none, and mathematics neither. */
    private static final Pattern START =
            Pattern.compile("(?:\\blog(?:ger)?\\.(?:trace|debug|info|warn|error)|(?<!Math|adapter)\\.log)\\(");

    /** A literal without a place for a value, or the name of a constant. */
    private static final Pattern CONSTANT = Pattern.compile("\\s*(\"[^\"{}]*\"|[A-Z][A-Z_]+)\\s*");

    Stream<Call> all() {
        return START.matcher(source.text()).results().map(MatchResult::end).map(this::call);
    }

    private Call call(int start) {
        String text = source.text();
        int depth = 1;
        boolean quoted = false;
        int end = start;
        while (depth > 0) {
            char c = text.charAt(end);
            quoted = c == '"' && text.charAt(end - 1) != '\\' ? !quoted : quoted;
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            end++;
        }
        long line = text.substring(0, start).lines().count();
        return new Call(source.path() + ":" + line, text.substring(start, end - 1));
    }

    /** A call and where it stands. */
    record Call(String place, String arguments) {

        boolean hasConstantMessage() {
            return CONSTANT.matcher(arguments).matches();
        }
    }
}
