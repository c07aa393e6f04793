package com.example.ops.page;

import java.util.Map;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people prove who they are. */
interface LoginWay {

    /** Whether the page asks for a name and a password itself. */
    boolean hasForm();

    /** Where else people may prove it: names for them, by where a link to it leads. */
    Map<String, String> providers();

    HttpSecurity on(HttpSecurity http);
}
