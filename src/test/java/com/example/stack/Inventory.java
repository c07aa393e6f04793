package com.example.stack;

import com.example.stack.Documents.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every query of the project, found by walking its folders; what cannot be read is an error. */
record Inventory(List<Query> queries, List<Board> boards, List<DataSources> dataSources, Map<String, String> marks) {

    static Inventory of(Repository repository) {
        List<Board> boards = repository
                .files("grafana/dashboards", ".json")
                .map(file -> Board.read(file, repository.name(file)))
                .toList();
        List<DataSources> dataSources = DataSources.in(repository).toList();
        List<Example> examples = Stream.of("docs", "README.md", "CONTRIBUTING.md")
                .flatMap(path -> repository.files(path, ".md"))
                .flatMap(file -> Documents.read(file, repository.name(file)).stream())
                .toList();
        Stream<Query> rules = Stream.concat(
                repository
                        .files("prometheus/rules", ".yml", ".yaml")
                        .flatMap(file -> Rules.ofPrometheus(file, repository.name(file))),
                repository
                        .files("loki/rules", ".yml", ".yaml")
                        .flatMap(file -> Rules.ofLoki(file, repository.name(file))));
        List<Query> queries = Stream.of(
                        boards.stream().flatMap(Board::queries),
                        dataSources.stream().flatMap(DataSources::queries),
                        rules,
                        examples.stream().map(Example::query))
                .flatMap(all -> all)
                .toList();
        return new Inventory(queries, boards, dataSources, marks(examples));
    }

    /** Where two queries cannot be told apart, so that neither could stand on a list. */
    List<String> repeatedOrigins() {
        return queries.stream()
                .collect(Collectors.groupingBy(query -> query.origin().toString(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, String> marks(List<Example> examples) {
        Map<String, String> marks = new LinkedHashMap<>();
        examples.stream()
                .filter(example -> !example.emptyUnless().isEmpty())
                .forEach(example -> marks.put(example.query().origin().toString(), example.emptyUnless()));
        return marks;
    }
}
