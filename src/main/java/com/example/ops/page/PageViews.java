package com.example.ops.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ViewResolver;

/** Draws a page where no controller is reached. Thread-safe. */
class PageViews {

    private final ViewResolver views;

    PageViews(ViewResolver views) {
        this.views = views;
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String view,
            Map<String, ?> model)
            throws IOException, ServletException {
        response.setStatus(status.value());
        try {
            Objects.requireNonNull(views.resolveViewName(view, Locale.ROOT)).render(model, request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }
}
