package com.example.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads UUIDs in paths and queries as RFC 9562 writes them; {@link UUID#fromString} takes {@code 1-1-1-1-1} for one too.
 * An editor, because a converter that refuses is followed by Spring's own, lenient editor.
 */
@ControllerAdvice
class StrictUuids {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("not a UUID");
            }
            setValue(UUID.fromString(text));
        }
    }
}
