package com.example.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A form whose fields are all there, read as the container reads them, which would wait for them without an end: those of
 * the query first.
 */
final class ReceivedForm extends ReceivedRequest {

    /** As many as Tomcat allows where nothing else is set. */
    private static final int MOST_FIELDS = 1_000;

    private final Parameters fields = new Parameters();

    /** Throws {@link org.apache.tomcat.util.http.InvalidParameterException} when it is no form. */
    ReceivedForm(HttpServletRequest request, byte[] body) {
        super(request, body);
        fields.setLimit(MOST_FIELDS);
        fields.setCharset(charset());
        if (request.getQueryString() != null) {
            MessageBytes query = MessageBytes.newInstance();
            query.setString(request.getQueryString());
            fields.setQuery(query);
            fields.handleQueryParameters();
        }
        fields.processParameters(body, 0, body.length);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return fields.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.getParameterValues(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return fields.getParameterNames();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new LinkedHashMap<>();
        Collections.list(fields.getParameterNames()).forEach(name -> map.put(name, fields.getParameterValues(name)));
        return Collections.unmodifiableMap(map);
    }
}
