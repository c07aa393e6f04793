package com.example.simulator.traffic;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Who somebody says to be. Never printed. */
record Identity(String name, String email, String password) {

    private static final List<String> FIRST = List.of("Ada", "Ben", "Chloe", "Dario", "Elif", "Femi", "Greta", "Hugo");
    private static final List<String> LAST = List.of("Ahlberg", "Brook", "Castro", "Dunn", "Eriksen", "Falk", "Gray");
    private static final RandomGenerator RANDOM = new SecureRandom();

    /** Somebody new, who exists nowhere else. */
    static Identity invented() {
        String name = FIRST.get(RANDOM.nextInt(FIRST.size())) + " " + LAST.get(RANDOM.nextInt(LAST.size()));
        return new Identity(name, random(12) + "@example.com", "Pw-" + random(16));
    }

    private static String random(int bytes) {
        byte[] content = new byte[bytes];
        RANDOM.nextBytes(content);
        return HexFormat.of().formatHex(content);
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
