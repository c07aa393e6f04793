package com.example.platform.observability;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names server requests as Micrometer's boards know them, plus the {@code module} that answered: the last segment of
 * the package of the controller, {@code platform} for a controller outside the application, {@code none} when nothing
 * matched. The span is named as OpenTelemetry does, and no raw URL is kept.
 */
class ModuleServerRequestObservationConvention extends DefaultServerRequestObservationConvention {

    private static final KeyValue NO_MODULE = ServerRequestKeys.MODULE.withValue("none");
    private static final KeyValue PLATFORM = ServerRequestKeys.MODULE.withValue("platform");

    private final Collection<String> applicationPackages;
    private final ClassValue<KeyValue> modules = new ClassValue<>() {
        @Override
        protected KeyValue computeValue(Class<?> type) {
            return moduleOf(type.getPackageName());
        }
    };

    ModuleServerRequestObservationConvention(Collection<String> applicationPackages) {
        this.applicationPackages = applicationPackages;
    }

    @Override
    public @Nullable String getContextualName(ServerRequestObservationContext context) {
        if (context.getCarrier() == null) {
            return null;
        }
        String method = HttpMethods.known(context.getCarrier().getMethod())
                ? context.getCarrier().getMethod()
                : "HTTP";
        return context.getPathPattern() == null ? method : method + " " + context.getPathPattern();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        // in the order of their keys, or they would be sorted on each request
        return KeyValues.of(
                exception(context), method(context), module(context), outcome(context), status(context), uri(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    private KeyValue module(ServerRequestObservationContext context) {
        return context.getCarrier() != null
                        && context.getCarrier().getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                instanceof HandlerMethod handler
                ? modules.get(handler.getBeanType())
                : NO_MODULE;
    }

    private KeyValue moduleOf(String packageName) {
        boolean ofApplication = applicationPackages.stream()
                .anyMatch(base -> packageName.equals(base) || packageName.startsWith(base + "."));
        return ofApplication
                ? ServerRequestKeys.MODULE.withValue(packageName.substring(packageName.lastIndexOf('.') + 1))
                : PLATFORM;
    }
}
