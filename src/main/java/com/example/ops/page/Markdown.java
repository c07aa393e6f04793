package com.example.ops.page;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes HTML of Markdown: HTML in it is shown and not obeyed, and links lead nowhere but to pages. Thread-safe. */
class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Pattern RUNBOOK = Pattern.compile("(?:\\./|runbooks/)?([A-Z][A-Za-z0-9]{1,63})\\.md");

    private static final Pattern PAGE = Pattern.compile("https?://[^/].*|/[^/].*|/");

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::links)
            .build();

    String html(String markdown) {
        return renderer.render(parser.parse(markdown));
    }

    /** Files beside a runbook are known here as pages or not at all. */
    private static void links(Node node, String tag, Map<String, String> attributes) {
        if (!(node instanceof Link link)) {
            return;
        }
        Matcher runbook = RUNBOOK.matcher(link.getDestination());
        if (runbook.matches()) {
            attributes.put("href", "/runbooks/" + runbook.group(1));
        } else if (PAGE.matcher(link.getDestination()).matches()) {
            attributes.put("rel", "noopener noreferrer");
        } else {
            attributes.remove("href");
        }
    }
}
