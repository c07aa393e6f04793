package com.example.platform.observability;

import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/** Names client requests for meters as Micrometer does and for spans as OpenTelemetry does; keeps no raw URL. */
class TemplateClientRequestObservationConvention extends DefaultClientRequestObservationConvention {

    @Override
    public @Nullable String getContextualName(ClientRequestObservationContext context) {
        if (context.getCarrier() == null) {
            return null;
        }
        String method = context.getCarrier().getMethod().name();
        String template = context.getUriTemplate();
        return template == null ? method : method + " " + UrlTemplates.pathOf(template);
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
        return KeyValues.empty();
    }
}
