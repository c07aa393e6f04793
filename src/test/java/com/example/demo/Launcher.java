package com.example.demo;

import java.io.IOException;

/** Stands where Maven stands in a real run: starts the demo's JVM with its own streams and waits for it. */
final class Launcher {

    private Launcher() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(JavaCommand.of(CheapDemo.class, args).inheritIO().start().waitFor());
    }
}
