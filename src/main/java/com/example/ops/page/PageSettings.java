package com.example.ops.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages need besides what they show.
 *
 * @param login how people come in
 * @param runbooks what they are told to do
 */
@ConfigurationProperties("ops")
record PageSettings(@DefaultValue Login login, @DefaultValue Runbooks runbooks) {

    /**
     * How people come in.
     *
     * @param tokenUrl in the demo, who gives a token for a name and a password; outside it the identity provider of
     *     {@code spring.security.oauth2.client} does
     * @param longest when a person has to log in again, however busy; an idle hour ends a session before that
     */
    record Login(
            @Nullable URI tokenUrl, @DefaultValue("12h") Duration longest) {}

    /**
     * What people are told to do.
     *
     * @param folder holds a Markdown file for each alert, of the alert's name; none when there are no runbooks
     */
    record Runbooks(@Nullable Path folder) {}
}
