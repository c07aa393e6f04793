package com.example.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON that was valid before one of its values was changed, and at times the way it is written too. */
final class JsonMutations {

    private static final String HOLE = "#hole#";

    private final List<String> hostile;

    /** The texts are JSON, or would be. */
    JsonMutations(List<String> hostile) {
        this.hostile = hostile;
    }

    byte[] of(JsonNode valid, Random random) {
        String text = changedSomewhere(valid, random);
        if (random.nextInt(10) == 0) {
            text = wronglyWritten(text, random);
        }
        return switch (random.nextInt(40)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.replace(':', '\u00ff').getBytes(StandardCharsets.ISO_8859_1);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private String changedSomewhere(JsonNode valid, Random random) {
        JsonNode copy = valid.deepCopy();
        List<Slot> slots = new ArrayList<>();
        collect(copy, slots);
        if (slots.isEmpty()) {
            return any(random);
        }
        Slot slot = slots.get(random.nextInt(slots.size()));
        String before = slot.value().toString();
        slot.fill(StringNode.valueOf(HOLE));
        return copy.toString().replace("\"" + HOLE + "\"", instead(slot, before, random));
    }

    private String instead(Slot slot, String before, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> before + ",\"" + slot.name() + "\":" + before;
            case 1 -> before + ",\"" + slot.name() + "\":" + any(random);
            case 2 -> before + ",\"zz\":" + any(random);
            case 3 -> "[" + before + "]";
            case 4 -> "{\"" + slot.name() + "\":" + before + "}";
            case 5 -> (before + ",").repeat(100 + random.nextInt(900)) + before;
            case 6 -> "\"" + before.replace("\"", "") + "\"";
            case 7 -> "null";
            default -> any(random);
        };
    }

    private static String wronglyWritten(String text, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text + text;
            case 2 -> "\ufeff" + text;
            case 3 -> text.replace('"', '\'');
            case 4 -> text.replace("}", ",}");
            case 5 -> "/* zz */" + text;
            case 6 -> text.toUpperCase();
            default -> " \n\t".repeat(500) + text;
        };
    }

    private String any(Random random) {
        return hostile.get(random.nextInt(hostile.size()));
    }

    private static void collect(JsonNode node, List<Slot> slots) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                slots.add(new Slot(object, property.getKey(), 0));
                collect(property.getValue(), slots);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                slots.add(new Slot(array, "zz", i));
                collect(array.get(i), slots);
            }
        }
    }

    /** Where a value stands: in an object by its name, in an array by its place. */
    private record Slot(JsonNode parent, String name, int place) {

        JsonNode value() {
            return parent instanceof ObjectNode object ? object.get(name) : parent.get(place);
        }

        void fill(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) parent).set(place, value);
            }
        }
    }
}
