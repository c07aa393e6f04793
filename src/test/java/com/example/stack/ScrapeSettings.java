package com.example.stack;

import com.example.testing.SourceFile;
import java.net.URI;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stack's own settings of Prometheus, pointed at processes of this machine, with rules in a hurry; the rest stays. */
final class ScrapeSettings {

    /** How a container calls the machine that it runs on. */
    static final String HOST = "host.docker.internal";

    /** An objective wants twelve results of its rules, which are two minutes in the stack. */
    static final String HURRY = "1s";

    private static final JsonMapper JSON = new JsonMapper();

    private ScrapeSettings() {}

    /**
     * Keeps the jobs that have a process here and Prometheus itself.
     *
     * @param processes management addresses by job
     * @param environment what the processes say theirs is
     */
    static String rewrite(SourceFile settings, Map<String, URI> processes, String environment) {
        ObjectNode all = (ObjectNode) Yaml.read(settings);
        // there is no Alertmanager here
        all.remove("alerting");
        ((ObjectNode) all.path("global")).put("evaluation_interval", HURRY);
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode job : all.path("scrape_configs")) {
            String name = job.path("job_name").asString();
            if (processes.containsKey(name)) {
                kept.add(pointed((ObjectNode) job, processes.get(name)));
            } else if (name.equals("prometheus")) {
                kept.add(job);
            }
        }
        if (kept.size() != processes.size() + 1) {
            throw new IllegalArgumentException("not every job of " + processes.keySet() + " is in " + settings);
        }
        all.set("scrape_configs", kept);
        return dump(rename(all, environment));
    }

    private static ObjectNode pointed(ObjectNode job, URI process) {
        JsonNode labels = job.path("static_configs").path(0).path("labels");
        job.remove("dns_sd_configs");
        ObjectNode target = job.putArray("static_configs").addObject();
        target.putArray("targets").add(HOST + ":" + process.getPort());
        if (labels.isObject()) {
            target.set("labels", labels);
        }
        return job;
    }

    private static JsonNode rename(JsonNode node, String environment) {
        node.forEach(child -> rename(child, environment));
        if (node instanceof ObjectNode labels && labels.has("environment")) {
            labels.put("environment", environment);
        }
        if (node instanceof ObjectNode rule
                && rule.path("target_label").asString("").equals("environment")) {
            rule.put("replacement", environment);
        }
        return node;
    }

    private static String dump(JsonNode settings) {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new org.yaml.snakeyaml.Yaml(block).dump(JSON.treeToValue(settings, Map.class));
    }
}
