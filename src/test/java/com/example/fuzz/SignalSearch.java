package com.example.fuzz;

import com.example.shop.testing.Secrets;
import com.example.testing.OtlpSink;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Searches what a whole run has written for secrets, a part at a time since the whole is large. */
final class SignalSearch {

    private static final int PART = 4_000_000;

    private final Secrets secrets;
    private final Set<String> leaks = new TreeSet<>();
    private long searched;

    SignalSearch(Secrets secrets) {
        this.secrets = secrets;
    }

    void lines(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            StringBuilder part = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                part.append(line).append('\n');
                if (part.length() > PART) {
                    text("log", part.toString());
                    part.setLength(0);
                }
            }
            text("log", part.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes them out of the sink. */
    void spans(OtlpSink sink) {
        StringBuilder part = new StringBuilder();
        for (ResourceSpans spans : sink.take()) {
            part.append(spans);
            if (part.length() > PART) {
                text("span", part.toString());
                part.setLength(0);
            }
        }
        text("span", part.toString());
    }

    void text(String signal, String text) {
        searched += text.length();
        secrets.leaksIn(text).forEach(leak -> leaks.add(leak + " in a " + signal));
    }

    Set<String> leaks() {
        return leaks;
    }

    /** Characters; no leak in nothing would mean nothing. */
    long searched() {
        return searched;
    }
}
