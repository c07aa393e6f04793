package com.example.ops.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the login page, which tells what went wrong; a line tells what is not the person's fault. */
class LoginFailures implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(LoginFailures.class);

    private final RedirectStrategy redirects = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LoginTrouble trouble = troubleOf(failure);
        if (trouble == LoginTrouble.ABSENT || trouble == LoginTrouble.REFUSED) {
            log.atWarn()
                    .addKeyValue("event", "login.unavailable")
                    .addKeyValue("reason", trouble.word())
                    .setCause(failure)
                    .log("Login not possible");
        }
        redirects.sendRedirect(request, response, "/login?trouble=" + trouble.word());
    }

    private static LoginTrouble troubleOf(AuthenticationException failure) {
        if (failure instanceof LoginRefused refused) {
            return refused.trouble();
        }
        return failure instanceof OAuth2AuthenticationException ? LoginTrouble.REFUSED : LoginTrouble.ABSENT;
    }
}
