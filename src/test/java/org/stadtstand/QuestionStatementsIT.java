package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.columns.ColumnCache;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;

/**
 * The table of the benchmarks says how many statements each of the newsrooms' questions takes, with
 * nothing in memory and with the records in sheets.
 */
@ServerTest
class QuestionStatementsIT {

  private static final Path QUESTIONS = Path.of("src/test/resources/analysis");
  private static final Path TABLE = Path.of("src/docs/benchmarks.md");

  private static final Pattern FIELD =
      Pattern.compile("\\b(facets|groups|search|series|versions)\\b *[({]");

  @Autowired private Questions questions;
  @Autowired private CountedStatements statements;
  @Autowired private ResultCache cache;
  @Autowired private Sheets sheets;
  @Autowired private ColumnCache columns;
  @Autowired private ReleaseDirectory releases;

  @Test
  void areAsManyAsTheBenchmarksSay() throws IOException {
    String table;
    try (Stream<Path> files = Files.list(QUESTIONS)) {
      table = files.sorted().map(this::line).collect(Collectors.joining("\n"));
    }
    assertThat(Files.readString(TABLE)).contains(table);
  }

  private String line(Path file) {
    String question = question(file);
    String name = file.getFileName().toString().replace(".graphql", "");
    return "| %s | %s | %d | %d |"
        .formatted(name, fields(question), taken(question, false), taken(question, true));
  }

  private static String question(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String fields(String question) {
    return FIELD
        .matcher(question)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private int taken(String question, boolean warm) {
    // Asked once before counting: what answers say about their state is cached separately.
    questions.data(question);
    cache.clear();
    sheets.clear();
    columns.settle();
    columns.clear();
    if (warm) {
      List<MunicipalityRef> places = List.copyOf(releases.present().places());
      places.forEach(
          place -> sheets.at(releases.present().pin(new StateRequest(place.key(), null)), 1_000));
    }
    statements.forget();
    questions.data(question);
    columns.settle();
    return statements.statements().size();
  }
}
