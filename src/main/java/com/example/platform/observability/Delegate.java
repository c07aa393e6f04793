package com.example.platform.observability;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** Stands in front of a part of JDBC: what its calls throw comes out as it was thrown, and it can be unwrapped. */
abstract class Delegate implements InvocationHandler {

    private final Wrapper target;

    Delegate(Wrapper target) {
        this.target = target;
    }

    final <T extends Wrapper> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(Delegate.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    final Wrapper target() {
        return target;
    }

    @Override
    public final @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            // each stand-in is equal to itself alone, as a connection is
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> target.toString();
            case "unwrap" -> unwrap(method, arguments);
            default -> call(self, method, arguments);
        };
    }

    /** A call of the stand-in. */
    abstract @Nullable Object call(Object self, Method method, Object @Nullable [] arguments) throws Throwable;

    final @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private @Nullable Object unwrap(Method method, Object @Nullable [] arguments) throws Throwable {
        return arguments != null && arguments[0] instanceof Class<?> type && type.isInstance(target)
                ? target
                : pass(method, arguments);
    }
}
