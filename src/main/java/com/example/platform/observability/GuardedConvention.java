package com.example.platform.observability;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.ObservationConvention;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Stands in front of an observation convention: what it fails to name is left unnamed, and what is observed goes on. A
 * proxy, since every kind of convention is an interface of its own.
 */
final class GuardedConvention implements InvocationHandler {

    private static final String UNNAMED = "unnamed";

    private final ObservationConvention<?> convention;

    private GuardedConvention(ObservationConvention<?> convention) {
        this.convention = convention;
    }

    static ObservationConvention<?> of(ObservationConvention<?> convention) {
        Class<?> type = convention.getClass();
        return isGuarded(convention)
                ? convention
                : (ObservationConvention<?>) Proxy.newProxyInstance(
                        type.getClassLoader(),
                        ClassUtils.getAllInterfacesForClass(type),
                        new GuardedConvention(convention));
    }

    private static boolean isGuarded(ObservationConvention<?> convention) {
        return Proxy.isProxyClass(convention.getClass())
                && Proxy.getInvocationHandler(convention) instanceof GuardedConvention;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(convention, arguments);
        } catch (InvocationTargetException thrown) {
            Throwable failure = thrown.getTargetException();
            if (failure instanceof RuntimeException || failure instanceof LinkageError) {
                Instrumentation.failed(failure);
                return instead(method);
            }
            throw failure;
        }
    }

    /** A convention that does not support the context it is given would be an error of its own, a global one is asked. */
    private @Nullable Object instead(Method method) {
        if (method.getReturnType() == boolean.class) {
            return method.getName().equals("supportsContext") && !(convention instanceof GlobalObservationConvention);
        }
        if (method.getReturnType() == KeyValues.class) {
            return KeyValues.empty();
        }
        return method.getName().equals("getName") ? UNNAMED : null;
    }
}
