package com.example.fuzz;

import com.example.shop.testing.RawAnswer;
import com.example.shop.testing.RawRequest;
import java.nio.charset.StandardCharsets;

/**
 * One thing to send.
 *
 * @param operation the one it was made from
 * @param bytes what goes over the wire
 */
record FuzzCase(Kind kind, ApiOperation operation, byte[] bytes) {

    /** What was done to a valid request. */
    enum Kind {
        /** Nothing. */
        VALID(true),
        BODY(true),
        QUERY(true),
        HEADER(true),
        PARAMETER(true),
        /** Another path or method, which may be those of another operation or of none. */
        TARGET(false),
        /** Anything anywhere. */
        BYTES(false);

        private final boolean named;

        Kind(boolean named) {
            this.named = named;
        }
    }

    static FuzzCase of(Kind kind, ApiOperation operation, RawRequest request) {
        return new FuzzCase(kind, operation, request.bytes());
    }

    /** Whether what comes back is an answer of the operation, so that its description must name the status. */
    boolean namesItsOperation() {
        return kind.named;
    }

    /** Whose answer has no body, so that its head must do. */
    boolean asksForTheHeadAlone() {
        return new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
    }

    /** Only what is no HTTP may be left without an answer, or with one that has no head. */
    boolean deserves(RawAnswer answer) {
        return answer.status() != 0 || kind == Kind.BYTES || kind == Kind.HEADER || isWithoutItsHead(answer);
    }

    /**
     * Tomcat's processor remembers a request line without a protocol (HTTP/0.9, as the bytes here have them) and leaves
     * the head off when the next thing that it reads is a target that no URI has; any other request makes it forget.
     */
    private static boolean isWithoutItsHead(RawAnswer answer) {
        return answer.field("type").equals("urn:problem:malformed-request")
                && answer.field("status").equals("400");
    }
}
