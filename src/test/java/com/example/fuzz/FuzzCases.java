package com.example.fuzz;

import com.example.fuzz.FuzzCase.Kind;
import com.example.shop.testing.HostileInput;
import com.example.shop.testing.RawRequest;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes cases: a third of them valid, the others with something wrong in one place, or anywhere. */
final class FuzzCases {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "ZZ");

    private final List<ApiOperation> operations;
    private final ValidRequests valid;
    private final JsonMutations bodies;
    private final List<String> headers;
    private final List<String> texts;

    /** What is in {@code marked} goes wherever a stranger can write. */
    FuzzCases(ApiDocument document, Vocabulary vocabulary, List<String> marked) {
        this.operations = document.operations();
        this.valid = new ValidRequests(document, vocabulary);
        this.bodies = new JsonMutations(
                Stream.concat(HostileValues.JSON.stream(), marked.stream().map(text -> "\"" + text + "\""))
                        .toList());
        this.headers = HostileValues.headers(marked);
        this.texts = Stream.concat(HostileInput.PATH_PARAMETERS.stream(), marked.stream())
                .toList();
    }

    List<ApiOperation> operations() {
        return operations;
    }

    FuzzCase next(Random random) {
        ApiOperation operation = operations.get(random.nextInt(operations.size()));
        RawRequest request = valid.of(operation, random);
        int dice = random.nextInt(100);
        if (dice < 33) {
            return FuzzCase.of(Kind.VALID, operation, request);
        }
        if (dice < 55 && operation.hasBody()) {
            return FuzzCase.of(Kind.BODY, operation, request.body(bodies.of(valid.body(operation, random), random)));
        }
        if (dice < 62) {
            return FuzzCase.of(Kind.QUERY, operation, withQuery(operation, request, random));
        }
        if (dice < 68) {
            return withParameter(operation, request, random);
        }
        if (dice < 78) {
            return FuzzCase.of(Kind.HEADER, operation, withHeader(request, random));
        }
        if (dice < 82) {
            return FuzzCase.of(Kind.TARGET, operation, elsewhere(operation, request, random));
        }
        return new FuzzCase(Kind.BYTES, operation, noise(request, random));
    }

    private RawRequest withQuery(ApiOperation operation, RawRequest request, Random random) {
        List<ApiOperation.Parameter> known = operation.in("query");
        String query = known.isEmpty() || random.nextBoolean()
                ? any(HostileInput.QUERIES, random)
                : "?" + known.get(random.nextInt(known.size())).name() + "=" + any(texts, random);
        return request.target(valid.path(operation, random) + query);
    }

    private FuzzCase withParameter(ApiOperation operation, RawRequest request, Random random) {
        String text = any(texts, random);
        // these lead elsewhere, or nowhere
        boolean same = operation.template().contains("{") && !text.matches("(?s).*([/;.]|%2[fFeE5]|%5[cC]).*");
        String path = operation.template().contains("{")
                ? operation
                        .template()
                        .replaceFirst("\\{.*?}", text.replace("\\", "\\\\").replace("$", "\\$"))
                : operation.template() + "/" + text;
        return FuzzCase.of(same ? Kind.PARAMETER : Kind.TARGET, operation, request.target(path));
    }

    private RawRequest withHeader(RawRequest request, Random random) {
        String line = any(headers, random);
        int colon = line.indexOf(':');
        boolean instead = colon > 0 && random.nextInt(4) > 0;
        return (instead ? request.without(line.substring(0, colon)) : request).plus(line);
    }

    private RawRequest elsewhere(ApiOperation operation, RawRequest request, Random random) {
        if (random.nextBoolean()) {
            return request.method(any(METHODS, random));
        }
        ApiOperation other = operations.get(random.nextInt(operations.size()));
        return request.target(valid.path(other, random) + any(List.of("", "/", "//", "/zz", ".json", "%20"), random))
                .method(operation.method());
    }

    private static byte[] noise(RawRequest request, Random random) {
        byte[] bytes = request.bytes();
        return switch (random.nextInt(12)) {
            case 0 -> HostileValues.garbage(random);
            case 1 -> HostileValues.cut(bytes, random);
            case 2 -> HostileValues.smuggling(request, random);
            default -> HostileInput.mutated(bytes, random);
        };
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
