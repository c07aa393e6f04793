package com.example.disturbed;

import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

/** True once a figure is what it was the time before. */
final class Unchanged implements Callable<Boolean> {

    private final DoubleSupplier figure;

    private double before = Double.NaN;

    Unchanged(DoubleSupplier figure) {
        this.figure = figure;
    }

    @Override
    public Boolean call() {
        double now = figure.getAsDouble();
        boolean unchanged = now == before;
        before = now;
        return unchanged;
    }
}
