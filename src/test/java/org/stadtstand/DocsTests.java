package org.stadtstand;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ErrorCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference documentation is complete, and everything it names exists. */
class DocsTests {

  private static final Path DOCS = Path.of("src/docs");
  private static final Path DECISIONS = DOCS.resolve("decisions");
  private static final Pattern DECISION =
      Pattern.compile("\\A# (.+)\n\n\\*\\*Status\\.\\*\\* (.+?), (\\d{4}-\\d{2}-\\d{2})[.;]");
  private static final Pattern NAMED_NUMBER = Pattern.compile("decisions? (\\d{4})\\b");
  private static final Pattern ANY_NUMBER =
      Pattern.compile("(?<![\\d,.-])(00\\d{2})\\b(?![-.,]\\d)");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `([a-z-]+) ([^`]*)` \\|");

  /** An option, or a word that is not an option's value. */
  private static final Pattern TAKEN =
      Pattern.compile("--[a-z-]+|(?<!--[a-z-]{1,20} |:)<[^>]+>(?![|:])");

  private static final Pattern IN_CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern IN_A_ROOM =
      Pattern.compile("`((?:ground|record|graph|city|deliver|serve)\\.[a-z]+)(?:\\.([A-Z]\\w*))?`");
  private static final Pattern QUESTION =
      Pattern.compile("(?m)^\\| [^|]+\\? \\| `([^`|]+)` \\| `([^`|]+)` \\|$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

  @Test
  void everyErrorCodeIsExplainedAndNoOther() throws IOException {
    assertThat(firstColumn("api.md", "Code"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ErrorCode.values()).map(Enum::name).toList());
  }

  @Test
  void everySettingIsExplainedAndNoOther() throws IOException {
    assertThat(settings()).isNotEmpty();
    assertThat(firstColumn("operating.md", "Setting"))
        .containsExactlyInAnyOrderElementsOf(settings());
  }

  @Test
  void everyCommandIsExplainedWithWhatItTakesAndNothingElse() throws IOException {
    Map<String, Set<String>> explained = new TreeMap<>();
    Matcher row = COMMAND.matcher(Files.readString(DOCS.resolve("operating.md")));
    while (row.find()) {
      explained.put(
          row.group(1),
          TAKEN.matcher(row.group(2)).results().map(MatchResult::group).collect(toSet()));
    }
    Map<String, Set<String>> taken = new TreeMap<>();
    Application.commands()
        .byName()
        .forEach((name, line) -> taken.put(name, taken(line.getCommandSpec())));
    assertThat(taken).hasSizeGreaterThan(5);
    assertThat(explained).isEqualTo(taken);
  }

  /** The options and positional parameters, except the help option that every command has. */
  private static Set<String> taken(CommandSpec command) {
    return Stream.concat(
            command.options().stream().map(OptionSpec::longestName),
            command.positionalParameters().stream().map(PositionalParamSpec::paramLabel))
        .filter(name -> !name.equals("--help"))
        .collect(toSet());
  }

  @Test
  void everyFindingIsExplainedAndNoOther() throws IOException {
    assertThat(rules()).isNotEmpty();
    assertThat(firstColumn("delivering-data.md", "Rule"))
        .containsExactlyInAnyOrderElementsOf(rules());
  }

  @Test
  void theMapNamesNothingThatIsNotThere() throws IOException {
    List<String> gone = new ArrayList<>();
    Matcher named = IN_A_ROOM.matcher(Files.readString(DOCS.resolve("architecture.md")));
    int count = 0;
    while (named.find()) {
      count++;
      Path room = Path.of("src/main/java/org/stadtstand", named.group(1).split("\\."));
      String type = named.group(2);
      if (!Files.isRegularFile(room.resolve(type == null ? "package-info.java" : type + ".java"))) {
        gone.add(named.group());
      }
    }
    assertThat(count).isPositive();
    assertThat(gone).isEmpty();
  }

  @Test
  void newcomersFindWhatTheyAreSentTo() throws IOException {
    String map = Files.readString(DOCS.resolve("architecture.md"));
    List<String[]> rows = new ArrayList<>();
    Matcher row = QUESTION.matcher(map);
    while (row.find()) {
      rows.add(new String[] {row.group(1), row.group(2)});
    }
    assertThat(rows).hasSizeGreaterThan(1);
    for (String[] each : rows) {
      assertThat(Files.readString(Path.of(each[0]))).as(each[0]).contains(each[1]);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        links++;
        String target = link.group(1);
        Path folder = page.toAbsolutePath().getParent();
        // What begins with a slash is an address of a page; ReaderPagesIT follows it.
        if (!target.contains(":")
            && !target.startsWith("/")
            && folder != null
            && !Files.exists(folder.resolve(target))) {
          broken.add(page + " -> " + target);
        }
      }
    }
    assertThat(links).isPositive();
    assertThat(broken).isEmpty();
  }

  @Test
  void theIndexOfDecisionsNamesEachWithItsStatusAndDate() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path file : decisions()) {
      Matcher head = DECISION.matcher(Files.readString(file));
      assertThat(head.find()).as("%s begins with a title and a status", file).isTrue();
      String name = String.valueOf(file.getFileName());
      rows.add(
          "| [%s](%s) | %s | %s | %s |"
              .formatted(name.substring(0, 4), name, head.group(1), head.group(2), head.group(3)));
    }
    assertThat(Files.readAllLines(DECISIONS.resolve("README.md")))
        .filteredOn(line -> line.startsWith("| ["))
        .isNotEmpty()
        .containsExactlyElementsOf(rows);
  }

  @Test
  void everyDecisionThatIsNamedIsThere() throws IOException {
    List<String> numbers =
        decisions().stream().map(file -> file.getFileName().toString().substring(0, 4)).toList();
    List<Path> readers = new ArrayList<>(pages());
    readers.addAll(SourceFiles.main());
    List<String> named = new ArrayList<>();
    for (Path reader : readers) {
      Matcher number =
          (reader.startsWith(DECISIONS) ? ANY_NUMBER : NAMED_NUMBER)
              .matcher(Files.readString(reader));
      // The index says what became of the missing numbers.
      while (!reader.endsWith("README.md") && number.find()) {
        named.add(number.group(1));
      }
    }
    assertThat(named).isNotEmpty().isSubsetOf(numbers);
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
  }

  /** The code in the first column of the table whose first heading is the given one. */
  private static List<String> firstColumn(String page, String heading) throws IOException {
    return Files.readAllLines(DOCS.resolve(page)).stream()
        .dropWhile(line -> !line.startsWith("| " + heading + " |"))
        .takeWhile(line -> line.startsWith("|"))
        // A bar within a cell is escaped.
        .map(line -> line.split("(?<!\\\\)\\|")[1])
        .flatMap(cell -> IN_CODE.matcher(cell).results().map(code -> code.group(1)))
        .toList();
  }

  private static List<Path> decisions() throws IOException {
    try (Stream<Path> files = Files.list(DECISIONS)) {
      return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).toList().stream())
          .toList();
    }
  }

  /** The components of the settings records, spelled as in a configuration file. */
  private static List<String> settings() throws IOException {
    List<String> settings = new ArrayList<>();
    for (Path file : SourceFiles.named("Settings.java")) {
      String source = Files.readString(file);
      Matcher prefix = Pattern.compile("prefix = \"([^\"]+)\"").matcher(source);
      Matcher components =
          Pattern.compile("(?s)record \\w+Settings\\((.*?)\\)\\s*\\{").matcher(source);
      if (prefix.find() && components.find()) {
        Matcher name = Pattern.compile("(\\w+)\\s*(?:,|$)").matcher(components.group(1).strip());
        while (name.find()) {
          settings.add(prefix.group(1) + "." + kebab(name.group(1)));
        }
      }
    }
    return settings;
  }

  private static List<String> rules() throws IOException {
    List<String> rules = new ArrayList<>();
    for (Path file : SourceFiles.named("Rule.java")) {
      String source = Files.readString(file);
      if (source.contains("implements Rule")) {
        Matcher constant = Pattern.compile("(?m)^  ([A-Z][A-Z_]+)\\(").matcher(source);
        while (constant.find()) {
          rules.add(constant.group(1).toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
      }
    }
    return rules;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
