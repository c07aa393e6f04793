package com.example.demo;

import java.util.concurrent.CountDownLatch;

/** An application that costs nothing and never ends by itself. */
final class Idle {

    private Idle() {}

    public static void main(String[] args) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
