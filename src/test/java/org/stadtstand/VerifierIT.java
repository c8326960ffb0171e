package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Anybody can verify the chain from outside, using only what the public API says. */
@ServerTest
class VerifierIT {

  private static final String SCRIPT = Path.of("src/verifier/verify.py").toString();

  @Autowired private Questions questions;
  @Autowired private BeanFactory application;
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void theScriptVerifiesFromTheApi(String municipality) throws IOException {
    String head = head(municipality);
    List<String> lines = verify(municipality, "--known-head", head);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith(municipality + ": unaltered. ").endsWith(" " + head);
    TestConsole console = new TestConsole(application);
    console.run("verify", "--lang=en", "--municipality=" + municipality);
    assertThat(console.lines()).contains(lines.getFirst());
  }

  @Test
  void theScriptVerifiesFromFilesAlone(@TempDir Path folder) throws Exception {
    Path chain = Files.writeString(folder.resolve("chain.jsonl"), chain());
    Path tables = folder.resolve("package.zip");
    URI address =
        URI.create("http://localhost:" + port + "/data/package@4.zip?municipality=duesseldorf");
    try (InputStream in = address.toURL().openStream()) {
      Files.copy(in, tables);
    }
    String line = verify("duesseldorf").getFirst();
    assertThat(script(chain.toString(), "duesseldorf", "--tables", tables.toString()))
        .containsExactly(line);

    Path older = folder.resolve("older.zip");
    try (InputStream in = URI.create(address.toString().replace("@4", "@1")).toURL().openStream()) {
      Files.copy(in, older);
    }
    assertThat(script(chain.toString(), "duesseldorf", "--tables", older.toString()))
        .anyMatch(fault -> fault.endsWith(": in the chain, and not given out"));
    assertThat(script(chain.toString(), "duesseldorf", "--tables", chain.toString()).getLast())
        .contains("cannot be read");
  }

  private String chain() {
    TestConsole console = new TestConsole(application);
    assertThat(console.run("chain", "duesseldorf")).isZero();
    return console.printed();
  }

  /** What the script's header says of its exit codes, and which verdict goes with each. */
  @Test
  void theStatusSaysWhatCouldBeChecked(@TempDir Path folder) throws IOException {
    String chain = chain();
    String hidden =
        chain
            .lines()
            .map(
                line ->
                    line.matches(".*\"event\":\"(OPENED|WITHDRAWN)\".*")
                        ? line.replaceFirst(
                            "\"canonical\":.*,\"digest\"(.*),\"withheld\":null",
                            "\"canonical\":null,\"salt\":null,\"digest\"$1,\"withheld\":{\"number\":999}")
                        : line)
            .collect(Collectors.joining("\n"));
    Path file = folder.resolve("chain.jsonl");
    for (var each :
        List.of(
            Map.entry(0, chain),
            Map.entry(1, chain.replace("Glasfaser", "Kupfer")),
            Map.entry(1, chain.replaceFirst("\\{\"row\".*\n", "")),
            Map.entry(2, "nonsense"),
            Map.entry(2, "[]"),
            Map.entry(2, "{\"release\": null}"),
            Map.entry(
                2, chain.replace("\"municipality\":\"duesseldorf\"", "\"municipality\":\"x\"")),
            Map.entry(3, ""),
            Map.entry(3, hidden))) {
      Files.writeString(file, each.getValue());
      Ended ended = run(Stream.of(SCRIPT, file.toString(), "duesseldorf"));
      assertThat(ended.status()).as(ended.lines().toString()).isEqualTo(each.getKey());
      String verdict =
          switch (each.getKey()) {
            case 0 -> "duesseldorf: unaltered. ";
            case 1 -> "duesseldorf: ALTERED. ";
            case 2 -> "verify.py: error: ";
            default -> "duesseldorf: cannot be checked. ";
          };
      assertThat(ended.lines().getLast()).startsWith(verdict);
    }
    assertThat(run(Stream.of(SCRIPT, "http://localhost:" + port + "/graphql", "nowhere")).status())
        .isEqualTo(2);
    assertThat(hidden).contains("999");
  }

  /** Each alters a line of the file that no digest covers by itself. */
  @Test
  void linesBesideTheDigestsAreHeldAgainstTheRest(@TempDir Path folder) throws IOException {
    String chain = chain();
    String closed = "(\"event\":\"CLOSED\",.*?\"openedBy\":)(\\d+)(,\"canonical\":\")";
    String opened = "(\"event\":\"OPENED\",.*?\"openedBy\":)(\\d+)";
    Path file = folder.resolve("chain.jsonl");
    for (var each :
        Map.of(
                chain.replaceFirst(closed, "$1$2$3x"), "ends as another row than began",
                chain.replaceFirst(closed, "$199$3"), "ends as another row than began",
                chain.replaceFirst(opened, "$199"), "began in another release")
            .entrySet()) {
      assertThat(each.getKey()).isNotEqualTo(chain);
      Files.writeString(file, each.getKey());
      assertThat(script(file.toString(), "duesseldorf"))
          .anyMatch(fault -> fault.endsWith(each.getValue()));
    }
    Files.writeString(file, chain.replaceFirst("\\{\"row\"", "{\"citation\":{},\"row\""));
    assertThat(script(file.toString(), "duesseldorf").getLast()).contains("is no entry of a chain");
  }

  /** Without the log nobody can say whether it holds what somebody has kept. */
  @Test
  void aKnownCitationNeedsTheLog(@TempDir Path folder) throws IOException {
    String chain =
        chain()
            .lines()
            .filter(line -> !line.startsWith("{\"citation\""))
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("chain.jsonl"), chain);
    String known = "1:" + "0".repeat(64);
    Ended ended = run(Stream.of(SCRIPT, file.toString(), "duesseldorf", "--known-citation", known));
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.lines())
        .contains(
            "Cannot be checked: Citation "
                + known
                + " is known, and the log of citations is not given");
  }

  @Test
  void whatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    Path chain = Files.writeString(folder.resolve("chain.jsonl"), chain());
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), chain() + "\n[]\n");
    Path tables = Files.writeString(folder.resolve("tables.zip"), "nonsense");
    assertThat(run(Stream.of(SCRIPT, broken.toString(), "duesseldorf")).lines().getLast())
        .matches(".*broken.jsonl cannot be read: line \\d+ is no (JSON|entry of a chain).*");
    Ended ended =
        run(Stream.of(SCRIPT, chain.toString(), "duesseldorf", "--tables", tables.toString()));
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.lines().getLast()).contains("tables.zip cannot be read: ");
  }

  /** Every value of every row is altered in several ways; one row is kept back, two come. */
  @Test
  void everyValueOfTheTablesIsCompared(@TempDir Path folder) throws IOException {
    Path chain = Files.writeString(folder.resolve("chain.jsonl"), chain());
    Path tables = folder.resolve("package.zip");
    URI address =
        URI.create("http://localhost:" + port + "/data/package@4.zip?municipality=duesseldorf");
    try (InputStream in = address.toURL().openStream()) {
      Files.copy(in, tables);
    }
    String check =
        """
        import sys, unicodedata
        sys.path.insert(0, "src/verifier")
        import verify
        chain, rows = verify.Chain("duesseldorf"), list(verify.served(sys.argv[2]))
        for release, of in verify.from_file(sys.argv[1], "duesseldorf", []):
            chain.release(release, of)
        chain.tables(rows)
        assert not chain.faults and len(rows) > 200, chain.faults
        tried, escaped, held = 0, [], dict(chain.open)
        held["release", "4"] = (None, chain.description(4))
        for table, key, row, forms in rows:
            for column, value in row.items():
                for forged in ("", "GEFAELSCHT", value + "0", "2031-01-01", "1", "'" + value,
                               unicodedata.normalize("NFD", value)):
                    if forged == value or forms.get(column) == "number" and forged == value + "0":
                        continue
                    altered = dict(row, **{column: forged})
                    chain.values(4, key, held[table, key][1], altered, forms)
                    tried += 1
                    if not chain.faults:
                        escaped.append((table, key, column, forged))
                    chain.faults = []
        area = next(row for row in rows if row[0] == "focus_area")
        chain.tables([row for row in rows if row != area] + [(area[0], "beside") + area[2:], rows[0]])
        assert chain.faults == [
            "Release 4: focus_area beside: given out, and not in the chain",
            "Release 4: %s %s: given out twice" % rows[0][:2],
            "Release 4: focus_area %s: in the chain, and not given out" % area[1]], chain.faults
        print("values: %d of %d found" % (tried - len(escaped), tried), escaped[:9])
        """;
    List<String> lines = run(Stream.of("-c", check, chain.toString(), tables.toString())).lines();
    assertThat(lines).singleElement().asString().endsWith(" found []");
    System.out.println(lines.getFirst());
  }

  @Test
  void theScriptWritesTheTextsOfTheVectors() throws IOException {
    String check =
        """
        import hashlib, json, sys
        sys.path.insert(0, "src/verifier")
        import verify
        rows = json.load(open("src/verifier/vectors.json"))
        for row in rows:
            text = verify.canonical(row["table"], row["key"], row["values"])
            assert text == row["canonical"] and verify.is_canonical(text), row
            assert verify.sha256(bytes.fromhex(row["salt"]) + text.encode()) == row["digest"], row
        assert not verify.is_canonical(rows[0]["canonical"].replace(":{", ": {"))
        assert not verify.is_canonical(rows[0]["canonical"].replace("\u00fc", "u\u0308"))
        print(len(rows))
        """;
    Process process =
        new ProcessBuilder("python3", "-B", "-c", check).redirectErrorStream(true).start();
    assertThat(process.inputReader().lines().toList()).containsExactly("9");
  }

  @Test
  void anotherHeadIsExposed() throws IOException {
    String head = head("duesseldorf");
    String other = head.substring(0, head.length() - 1) + (head.endsWith("0") ? "1" : "0");
    assertThat(verify("duesseldorf", "--known-head", other))
        .anyMatch(line -> line.contains("the chain was made anew"));
    assertThat(verify("musterstadt", "--known-head", head))
        .anyMatch(line -> line.contains("the chain was made anew"));
  }

  @Test
  void aMunicipalityThatIsNotThereIsTold() throws IOException {
    assertThat(verify("nowhere").getLast())
        .endsWith(
            "cannot be read: the server refuses: No municipality is called \"nowhere\" here.");
  }

  @Test
  void theHeadOfAnEarlierAnswerIsThatOfItsRelease() {
    JsonNode answer = questions.ask("{ targets(knownAt: \"2025-08-01\") { totalCount } }");
    JsonNode release = questions.data("{ release(knownAt: \"2025-08-01\") { number hash } }");
    assertThat(answer.at("/extensions/dataset/0/head").asString())
        .isEqualTo(
            release.at("/release/number").asInt() + ":" + release.at("/release/hash").asString());
  }

  @Test
  void rowsArePagedToTheirEndWithoutGapOrDouble() {
    String query =
        "{ release(municipality: \"musterstadt\", number: 2) { openedCount closedCount"
            + " withdrawnCount rows(first: 7 %s) { totalCount nodes { event digest }"
            + " pageInfo { hasNextPage endCursor } } } }";
    List<String> seen = new java.util.ArrayList<>();
    JsonNode page = questions.data(query.formatted("")).get("release");
    int all =
        1
            + page.get("openedCount").asInt()
            + page.get("closedCount").asInt()
            + page.get("withdrawnCount").asInt();
    while (true) {
      page.at("/rows/nodes").forEach(row -> seen.add(row.toString()));
      if (!page.at("/rows/pageInfo/hasNextPage").asBoolean()) {
        break;
      }
      String after = ", after: \"%s\"".formatted(page.at("/rows/pageInfo/endCursor").asString());
      page = questions.data(query.formatted(after)).get("release");
    }
    assertThat(seen).hasSize(all).doesNotHaveDuplicates();
    assertThat(page.at("/rows/totalCount").asInt()).isEqualTo(all);
  }

  @Test
  void badPagesAreRefused() {
    String query = "{ release(number: 1) { rows(%s) { nodes { digest } } } }";
    assertThat(questions.code(query.formatted("first: 201"))).isEqualTo("BAD_PAGE");
    assertThat(questions.code(query.formatted("after: \"x\""))).isEqualTo("BAD_CURSOR");
    String other =
        questions
            .data("{ projects(first: 1) { pageInfo { endCursor } } }")
            .at("/projects/pageInfo/endCursor")
            .asString();
    assertThat(questions.code(query.formatted("after: \"" + other + "\"")))
        .isEqualTo("CURSOR_OF_OTHER_LIST");
  }

  private String head(String municipality) {
    return questions
        .ask("{ projects(municipality: \"%s\") { totalCount } }".formatted(municipality))
        .at("/extensions/dataset/0/head")
        .asString();
  }

  private List<String> verify(String municipality, String... options) throws IOException {
    List<String> call =
        new java.util.ArrayList<>(List.of("http://localhost:" + port, municipality));
    call.addAll(List.of(options));
    return script(call.toArray(String[]::new));
  }

  /** Without what is cited and not sealed yet, which depends on the tests before. */
  private static List<String> script(String... arguments) throws IOException {
    return run(Stream.concat(Stream.of(SCRIPT), Stream.of(arguments))).lines().stream()
        .filter(line -> !line.startsWith("Citations "))
        .toList();
  }

  private record Ended(int status, List<String> lines) {}

  private static Ended run(Stream<String> arguments) throws IOException {
    List<String> call = Stream.concat(Stream.of("python3", "-B"), arguments).toList();
    Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    try {
      return new Ended(process.waitFor(), lines);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
