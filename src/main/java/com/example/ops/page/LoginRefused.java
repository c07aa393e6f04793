package com.example.ops.page;

import org.springframework.security.core.AuthenticationException;

/** A login that did not succeed, with what the person is told. */
class LoginRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final LoginTrouble trouble;

    LoginRefused(LoginTrouble trouble) {
        super(trouble.word());
        this.trouble = trouble;
    }

    LoginRefused(LoginTrouble trouble, Throwable cause) {
        super(trouble.word(), cause);
        this.trouble = trouble;
    }

    LoginTrouble trouble() {
        return trouble;
    }
}
