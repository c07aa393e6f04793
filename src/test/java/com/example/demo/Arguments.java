package com.example.demo;

import java.util.Arrays;
import java.util.stream.Stream;

/** Command lines put together. */
final class Arguments {

    private Arguments() {}

    static String[] of(String[] common, String... own) {
        return Stream.concat(Arrays.stream(common), Arrays.stream(own)).toArray(String[]::new);
    }
}
