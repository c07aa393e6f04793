package com.example.ops.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which people log in, by whichever way this application has. */
@Controller
class LoginController {

    private final LoginWay way;

    LoginController(LoginWay way) {
        this.way = way;
    }

    @GetMapping("/login")
    ModelAndView login(
            @RequestParam(required = false) @Nullable String trouble,
            @RequestParam(required = false) @Nullable String bye) {
        String told = LoginTrouble.parse(trouble).map(LoginTrouble::words).orElse("");
        return new ModelAndView(
                "login",
                Map.of("trouble", told, "bye", bye != null, "form", way.hasForm(), "providers", way.providers()));
    }
}
