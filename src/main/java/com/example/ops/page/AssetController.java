package com.example.ops.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style of the pages and their icon. */
@Controller
class AssetController {

    private final String style = read("page/style.css");

    private final String icon = read("page/icon.svg");

    @GetMapping(path = "/style.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> style() {
        return cached(style);
    }

    @GetMapping(path = "/icon.svg", produces = "image/svg+xml;charset=UTF-8")
    ResponseEntity<String> icon() {
        return cached(icon);
    }

    /** Not for long, so that a new version looks like one soon. */
    private static ResponseEntity<String> cached(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .body(text);
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
