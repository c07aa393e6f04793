package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.IntStream;

/** How bad it is: 1 is the worst, 4 the mildest. */
public record Sev(@JsonValue int level) implements Comparable<Sev> {

    private static final int WORST = 1;

    private static final int MILDEST = 4;

    public Sev {
        if (level < WORST || level > MILDEST) {
            throw new IllegalArgumentException("a sev is 1 to 4");
        }
    }

    /** What an alert's labels say; one without a usable {@code sev} is judged by its {@code severity}. */
    static Sev of(String sev, String severity) {
        if (sev.matches("[1-4]")) {
            return new Sev(sev.charAt(0) - '0');
        }
        return switch (severity) {
            case "critical" -> new Sev(2);
            case "warning" -> new Sev(3);
            default -> new Sev(MILDEST);
        };
    }

    static List<Sev> all() {
        return IntStream.rangeClosed(WORST, MILDEST).mapToObj(Sev::new).toList();
    }

    @Override
    public int compareTo(Sev other) {
        return Integer.compare(level, other.level);
    }

    @Override
    public String toString() {
        return "SEV-" + level;
    }
}
