package com.example.platform.observability;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.logging.LoggingSystem;

/** Lets the next application set logging up anew: it does not while an earlier test's application is open. */
final class FreshLogging implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }
}
