package com.example.stack;

import com.example.testing.SourceFile;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scenario of {@code scripts/scenario}, as its file tells it. */
record ScenarioFile(SourceFile file) {

    static List<ScenarioFile> all() {
        return Repository.here()
                .files("scripts/scenarios", "")
                .map(ScenarioFile::new)
                .toList();
    }

    static ScenarioFile named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return file.path().getFileName().toString();
    }

    List<String> alerts() {
        return List.of(said("alerts=\\((.+)\\)").split(" "));
    }

    String board() {
        return said("board=(\\S+) panel='.+'");
    }

    String panel() {
        return said("board=\\S+ panel='(.+)'");
    }

    String runbook() {
        return said("runbook=(\\S+)");
    }

    String trace() {
        return said("trace='(.+)'");
    }

    private String said(String line) {
        Matcher matcher = Pattern.compile("^" + line + "$", Pattern.MULTILINE).matcher(file.text());
        if (!matcher.find()) {
            throw new IllegalStateException(file + " has no line " + line);
        }
        return matcher.group(1);
    }

    @Override
    public String toString() {
        return name();
    }
}
