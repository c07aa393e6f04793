package com.example.stack;

import com.example.testing.SourceFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML as the tree that JSON is read into. */
final class Yaml {

    private static final JsonMapper JSON = new JsonMapper();

    private Yaml() {}

    static JsonNode read(SourceFile file) {
        var yaml = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
        return JSON.valueToTree(yaml.load(file.text()));
    }
}
