package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.example.ops.page.FakeIssuer.Server.Answer;
import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class LoginTests {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private FakeIssuer.Server issuer;

    @AfterEach
    void heal() {
        issuer.instead = null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/incidents", "/incidents/9a1f6c8e-0000-0000-0000-000000000000", "/incidents/x/report"})
    void withoutALoginEachPageLeadsToIt(String page) {
        assertThat(pages.get().uri(page)).hasStatus(302).hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/runbooks", "/runbooks/HighErrorRate", "/runbooks/None", "/style.css", "/"})
    void whatABrowserMayDoIsLittle(String page) {
        assertThat(pages.get().uri(page))
                .headers()
                .hasValue("Content-Security-Policy", POLICY)
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("Referrer-Policy", "same-origin");
    }

    @Test
    void whoComesByIsNotRemembered() {
        MvcTestResult login = pages.get().uri("/login").exchange();

        assertThat(login).hasStatusOk().bodyText().contains("E-mail", "Password");
        assertThat(login.getRequest().getSession(false)).isNull();
        Cookie form = login.getResponse().getCookie("ops-form");
        assertThat(form.isHttpOnly()).isTrue();
        assertThat(form.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(pages.get().uri("/").exchange().getRequest().getSession(false))
                .isNull();
    }

    @Test
    void anOperatorComesInUnderANewSession() {
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();

        MvcTestResult login = pages.post()
                .uri("/login")
                .with(form())
                .session(before)
                .param("username", FakeIssuer.OPERATOR)
                .param("password", FakeIssuer.PASSWORD)
                .exchange();

        assertThat(login).hasStatus(302).hasRedirectedUrl("/");
        MockHttpSession session = session(login);
        assertThat(session.getId()).isNotEqualTo(id);
        MvcTestResult inside = pages.get().uri("/runbooks").session(session).exchange();
        assertThat(inside).bodyText().contains("Log out").doesNotContain("Log in");
        assertThat(pages.post().uri("/logout").with(Form.of(inside)).session(session))
                .hasRedirectedUrl("/login?bye");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void theLoginLeadsToThePageThatWasWanted() {
        String wanted = "/incidents/" + UUID.randomUUID();
        Cookie remembered = pages.get().uri(wanted).exchange().getResponse().getCookie("ops-return");

        assertThat(remembered.isHttpOnly()).isTrue();
        assertThat(login(FakeIssuer.OPERATOR, "right", remembered)).hasRedirectedUrl(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/incidents/../x", "/logout", ""})
    void itLeadsNowhereElse(String wanted) {
        assertThat(login(FakeIssuer.OPERATOR, "right", new Cookie("ops-return", wanted)))
                .hasRedirectedUrl("/");
    }

    @Test
    void aWrongPasswordIsToldKindly() {
        assertThat(login(FakeIssuer.OPERATOR, "wrong")).hasRedirectedUrl("/login?trouble=wrong");
        assertThat(pages.get().uri("/login?trouble=wrong"))
                .hasStatusOk()
                .bodyText()
                .contains("role=\"alert\">E-mail or password is wrong.");
    }

    @ParameterizedTest
    @CsvSource({
        "429, throttled, too many wrong logins",
        "500, absent, does not answer",
        "503, absent, does not answer",
        "400, wrong, is wrong",
        "200, refused, not accepted"
    })
    void whatTheIssuerSaysIsToldKindly(int status, String word, String words) {
        issuer.instead = new Answer(status, "{}");

        assertThat(login(FakeIssuer.OPERATOR, "right")).hasRedirectedUrl("/login?trouble=" + word);
        assertThat(pages.get().uri("/login?trouble=" + word)).bodyText().contains(words);
    }

    @Test
    void anIssuerThatIsNotThereIsToldKindly() {
        issuer.instead = new Answer(200, "not json");

        assertThat(login(FakeIssuer.OPERATOR, "right")).hasRedirectedUrl("/login?trouble=absent");
    }

    @Test
    void aTokenOfTheIssuerIsVerifiedLikeAnyOther() {
        for (String token : new String[] {
            issuer.tokens().forged(), issuer.tokens().expired(), issuer.tokens().unsigned(), "x"
        }) {
            issuer.instead = FakeIssuer.Server.token(token);
            assertThat(login(FakeIssuer.OPERATOR, "right")).hasRedirectedUrl("/login?trouble=refused");
        }
    }

    @Test
    void whoIsNoOperatorIsRefused() {
        MvcTestResult login = login(FakeIssuer.VISITOR, "right");

        assertThat(pages.get().uri("/").session(session(login)))
                .hasStatus(403)
                .bodyText()
                .contains("are for operators", "Log out");
        assertThat(pages.get().uri("/").with(user("someone").roles("SUPPORT"))).hasStatus(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(pages.post().uri("/logout").with(user("someone").roles("OPERATOR")))
                .hasStatus(403)
                .bodyText()
                .contains("The form was too old");
        assertThat(pages.post().uri("/login").param("username", FakeIssuer.OPERATOR))
                .hasStatus(403);
        assertThat(pages.post().uri("/login").with(new Form("wrong", form().cookie())))
                .hasStatus(403);
        assertThat(pages.post().uri("/login").param("_csrf", form().token())).hasStatus(403);
    }

    @Test
    void aSessionIsWorthNothingAtTheApi() {
        MockHttpSession session = session(login(FakeIssuer.OPERATOR, "right"));

        assertThat(pages.get().uri("/api/pseudonyms/x").session(session)).hasStatus(401);
        assertThat(pages.get()
                        .uri("/api/pseudonyms/x")
                        .header("Authorization", "Bearer " + issuer.tokens().valid("someone", "operator")))
                .hasStatusOk();
    }

    @Test
    void unknownWordsInTheAddressAreNotShown() {
        assertThat(pages.get().uri("/login?trouble=<script>")).bodyText().doesNotContain("<script>", "alert");
    }

    private MvcTestResult login(String name, String password, Cookie... cookies) {
        var form = pages.post().uri("/login").param("username", name).param("password", password);
        return (cookies.length == 0 ? form : form.cookie(cookies)).with(form()).exchange();
    }

    private Form form() {
        return Form.of(pages.get().uri("/login").exchange());
    }

    private static MockHttpSession session(MvcTestResult login) {
        return (MockHttpSession) login.getRequest().getSession(false);
    }
}
