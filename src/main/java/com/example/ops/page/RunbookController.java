package com.example.ops.page;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows runbooks, to anyone: they hold nothing secret, and whoever is woken must be able to read them while the login is
 * what is broken.
 */
@Controller
class RunbookController {

    private final RunbookFolder runbooks;
    private final Markdown markdown;

    RunbookController(RunbookFolder runbooks, Markdown markdown) {
        this.runbooks = runbooks;
        this.markdown = markdown;
    }

    @GetMapping("/runbooks")
    ModelAndView all() {
        return new ModelAndView("runbooks", Map.of("names", runbooks.names()));
    }

    @GetMapping("/runbooks/{name}")
    ModelAndView one(@PathVariable String name) {
        String text = runbooks.find(name).orElseThrow(NotFound::new);
        return new ModelAndView("text", Map.of("title", name, "html", markdown.html(text)));
    }
}
