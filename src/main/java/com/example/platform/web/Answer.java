package com.example.platform.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A response as it is kept and given again, byte for byte. */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    ResponseEntity<byte[]> toResponse() {
        HttpHeaders all = new HttpHeaders();
        headers.forEach(all::put);
        return new ResponseEntity<>(body, all, status);
    }

    /** The body may be personal. */
    @Override
    public String toString() {
        return "Answer[status=" + status + ", bytes=" + body.length + "]";
    }
}
