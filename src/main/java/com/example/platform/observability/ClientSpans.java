package com.example.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientRequestObservationContext;

/** The attributes of HTTP calls. */
final class ClientSpans {

    private static final AttributeKey<String> METHOD = SpanAttributes.text(SpanKeys.HTTP_REQUEST_METHOD);
    private static final AttributeKey<String> TEMPLATE = SpanAttributes.text(SpanKeys.URL_TEMPLATE);
    private static final AttributeKey<String> ADDRESS = SpanAttributes.text(SpanKeys.SERVER_ADDRESS);
    private static final AttributeKey<Long> PORT = SpanAttributes.number(SpanKeys.SERVER_PORT);
    private static final AttributeKey<Long> STATUS = SpanAttributes.number(SpanKeys.HTTP_RESPONSE_STATUS_CODE);
    private static final Set<String> ONLY_FOR_METERS =
            Set.of("client.name", "method", "uri", "status", "outcome", "exception", "error", "http.url");

    private ClientSpans() {}

    static void tag(ClientRequestObservationContext context, Span span) {
        SpanAttributes.others(span, context, ONLY_FOR_METERS);
        ClientHttpRequest request = context.getCarrier();
        if (request != null) {
            span.setAttribute(METHOD, request.getMethod().name());
            tag(request.getURI(), span);
        }
        if (context.getUriTemplate() != null) {
            span.setAttribute(TEMPLATE, UrlTemplates.pathOf(context.getUriTemplate()));
        }
        Integer status = status(context.getResponse());
        if (status != null) {
            span.setAttribute(STATUS, status.longValue());
            if (status >= 400) {
                SpanAttributes.failedWith(span, status, context);
            }
        }
    }

    private static void tag(URI uri, Span span) {
        if (uri.getHost() != null) {
            span.setAttribute(ADDRESS, uri.getHost());
            span.setAttribute(PORT, uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443L : 80L);
        }
    }

    private static @Nullable Integer status(@Nullable ClientHttpResponse response) {
        try {
            return response == null ? null : response.getStatusCode().value();
        } catch (IOException e) {
            return null;
        }
    }
}
