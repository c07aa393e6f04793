package com.example.platform.security;

import com.example.platform.audit.Auditable;
import java.util.Map;

/** Something an operator did. */
record OperatorAction(String action, String actor, String target, Map<String, Object> facts) implements Auditable {}
