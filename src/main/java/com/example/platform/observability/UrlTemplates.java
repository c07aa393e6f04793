package com.example.platform.observability;

/** Cuts URL templates to what a span may show: the path with its placeholders, without host and query. */
final class UrlTemplates {

    private UrlTemplates() {}

    static String pathOf(String template) {
        int start = 0;
        int scheme = template.indexOf("://");
        if (scheme >= 0) {
            start = template.indexOf('/', scheme + 3);
        } else if (template.startsWith("{")) {
            start = template.indexOf('}') + 1;
        }
        if (start < 0) {
            return "/";
        }
        int query = template.indexOf('?', start);
        String path = query < 0 ? template.substring(start) : template.substring(start, query);
        return path.startsWith("/") ? path : "/" + path;
    }
}
