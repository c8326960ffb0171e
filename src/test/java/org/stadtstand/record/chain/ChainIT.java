package org.stadtstand.record.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.publication.City;
import org.stadtstand.deliver.publication.Workshop;
import org.stadtstand.deliver.publication.WorkshopExtension;
import org.stadtstand.record.search.TextIndex;

/** Anyone who alters the past is found out, by the command and by the script. */
@ExtendWith(WorkshopExtension.class)
class ChainIT {

  private static final Path SCRIPT = Path.of("src/verifier/verify.py").toAbsolutePath();

  private static @Nullable City alike;

  private final Workshop workshop;
  private City city;

  ChainIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  /** Three releases: the first, one that changes and withdraws a project, one that changes more. */
  @BeforeEach
  void publish(TestInfo test) throws IOException, SQLException {
    if (test.getTags().contains("alike") && alike != null) {
      city = alike;
      return;
    }
    alike = city;
    city.published(city.first());
    city.published(
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser für alle,office,2025-Q4",
                "p-3,Ämter,department,")
            .table("withdrawals", "table,key,reason", "project,p-2,Doppelt geführt"));
    city.published(city.next().table("focus_area", "key,name_de,position", "net,Netze,1"));
  }

  /** What both report, which must be the same apart from wording: the lines of the command. */
  private List<String> verify(String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("verify", "--lang", "en", "--municipality", city.key()));
    arguments.addAll(Arrays.asList(options));
    List<String> lines = command(arguments);
    List<String> told = script(options);
    assertThat(told.getLast().contains(": unaltered. "))
        .as("script and command agree: %s, %s", told, lines)
        .isEqualTo(lines.size() == 1);
    return lines;
  }

  private List<String> command(List<String> arguments) {
    TestConsole console = workshop.console();
    int code = console.run(arguments);
    List<String> lines = console.lines();
    if (arguments.getFirst().equals("verify")) {
      assertThat(code).isEqualTo(lines.getLast().contains("unaltered") ? 0 : 1);
    }
    return lines;
  }

  private List<String> script(String... options) throws IOException {
    Path file = Files.createTempFile(city.folder(), "chain", ".jsonl");
    Files.write(file, command(List.of("chain", city.key())));
    List<String> call =
        new ArrayList<>(List.of("python3", SCRIPT.toString(), file.toString(), city.key()));
    call.addAll(Arrays.asList(options));
    Process process =
        new ProcessBuilder(call)
            .redirectErrorStream(true)
            .directory(city.folder().toFile())
            .start();
    return process.inputReader(StandardCharsets.UTF_8).lines().toList();
  }

  private void tamper(String sql) {
    int rows = workshop.owner().sql(sql).param("municipality", city.municipality()).update();
    assertThat(rows).isPositive();
  }

  @Test
  void whatWasNotTouchedHolds() throws IOException {
    List<String> lines = verify();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .startsWith(city.key() + ": unaltered. 3 releases, ")
        .contains(" 0 of them withheld. Head of the chain: 3:");
    String head = lines.getFirst().replaceFirst(".*: ", "");
    assertThat(verify("--known-head", head)).hasSize(1);
    assertThat(script()).containsExactly(lines.getFirst());
  }

  @Test
  void whatWasAlteredIsNamed() throws IOException {
    Map<String, String> faults = new LinkedHashMap<>();
    faults.put(
        "update project set title_de = 'Kupfer', title_de_sort = 'kupfer' where since = {1} and"
            + " title_de = 'Glasfaser'",
        "Release 1: project p-1: altered after its publication");
    faults.put(
        "update project set planned_end_to = '2031-01-01' where since = {2}",
        "Release 2: project p-1: altered after its publication");
    faults.put(
        "update withdrawal set reason = 'Gestrichen' where release = {2} and kind = 'EXPLAINED'",
        "Release 2: withdrawal project:p-2: altered after its publication");
    faults.put(
        "update record set key = 's-9' where key = 's-1' and municipality = :municipality",
        "Release 1: project_status_change s-9: altered after its publication");
    faults.put(
        "update release set reason = 'x' where id = {2}",
        "Release 2: release 2: altered after its publication");
    faults.put(
        "update release set stands_for = '2020-01-01' where id = {3}",
        "Release 3: release 3: altered after its publication");
    faults.put("delete from target where since = {1}", "Release 1: target t-1: missing");
    faults.put("delete from source where since = {1}", "Release 1: source page: missing");
    faults.keySet().forEach(sql -> tamper(filled(sql)));
    List<String> lines = verify();
    List<String> told = script();
    faults
        .values()
        .forEach(
            fault -> {
              assertThat(lines).contains(city.key() + ": " + fault);
              assertThat(told).contains(fault);
            });
    // What follows from altered rows no longer does.
    assertThat(lines)
        .filteredOn(line -> !line.endsWith(" is not what follows from the rows"))
        .hasSize(faults.size() + 1);
  }

  private String filled(String sql) {
    String filled = sql;
    for (int number = 1; number <= 3; number++) {
      filled = filled.replace("{" + number + "}", String.valueOf(release(number)));
    }
    return filled.contains(":municipality")
        ? filled
        : filled.replaceFirst("where ", "where :municipality > 0 and ");
  }

  private int release(int number) {
    return Integer.parseInt(
        city.column(
                "select id from release where municipality = :municipality and number = " + number)
            .getFirst());
  }

  @Test
  void aRowPutInLaterIsFound() throws IOException {
    tamper(
        """
        insert into focus_area (record, municipality, since, name_de, name_de_sort, position, source)
        select record + 100000, municipality, since, name_de, name_de_sort, position, source
        from focus_area where municipality = :municipality and since = %d
        """
            .formatted(release(1)));
    List<String> lines = command(List.of("verify", "--lang=en", "--municipality=" + city.key()));
    assertThat(lines).anyMatch(line -> line.contains("Release 1: focus_area"));
    assertThat(lines).anyMatch(line -> line.contains("put in beside the chain"));
    tamper("delete from focus_area where municipality = :municipality and record > 100000");
  }

  @Test
  void aRowThatEndsEarlierIsFound() throws IOException {
    tamper("update target set until = %d where municipality = :municipality".formatted(release(3)));
    assertThat(command(List.of("verify", "--lang=en", "--municipality=" + city.key())))
        .contains(city.key() + ": Release 1: target t-1: ends otherwise than was published");
  }

  @Test
  void aDigestThatIsGoneIsMissedByItsRelease() throws IOException {
    tamper(
        "delete from leaf where municipality = :municipality and since = %d and record in"
                .formatted(release(1))
            + " (select record from target)");
    assertThat(verify()).anyMatch(line -> line.contains("Release 1: rows begun are not those"));
    assertThat(script()).anyMatch(line -> line.startsWith("Release 1: its rows are not those"));
  }

  @Test
  void aReleaseThatIsGoneIsMissed() throws IOException {
    int second = release(2);
    tamper(
        "with gone as (delete from delivery where release = %1$d), w as (delete from withdrawal"
                .formatted(second)
            + " where release = %1$d) delete from release where id = %1$d and".formatted(second)
            + " municipality = :municipality");
    assertThat(verify())
        .anyMatch(line -> line.contains("Release 3: a release before it is missing: 2"));
  }

  @Test
  void aChainMadeAnewIsOnlyExposedByAKnownHead() throws IOException {
    String head = verify().getFirst().replaceFirst(".*: ", "");
    tamper(
        "update target set wording = 'Keine Schule', wording_sort = 'keine schule'"
            + " where municipality = :municipality");
    remake();
    assertThat(verify()).hasSize(1);
    assertThat(verify("--known-head", head))
        .contains(
            city.key()
                + ": Release 3: has another hash than the known one: the chain was made anew");
    assertThat(script("--known-head", head))
        .contains("Release 3: not the one that is known: the chain was made anew");
  }

  /** As a dishonest operator would, with everything the server itself uses. */
  private void remake() {
    JdbcClient owner = workshop.owner();
    Chain chain = new Chain(workshop.types(), new NoCitations());
    tamper("delete from leaf where municipality = :municipality");
    tamper("update release set hash = null where municipality = :municipality");
    for (int number = 1; number <= 3; number++) {
      chain.add(owner, release(number));
      chain.seal(owner, release(number));
    }
    tamper("delete from search_posting where municipality = :municipality");
    tamper("delete from search_word where municipality = :municipality");
    tamper(
        "delete from derived_rule where municipality = :municipality and derived ="
            + " 'search_posting'");
    new TextIndex(owner, workshop.types(), city.municipality()).fill();
  }

  @Test
  void aHeadThatWasNeverThereIsTold() throws IOException {
    assertThat(verify("--known-head", "7:" + "ab".repeat(32)))
        .contains(city.key() + ": Release 7: is known and no longer there");
  }

  @ParameterizedTest
  @Tag("alike")
  @CsvSource({
    "verify --known-head=4",
    "verify --known-head=4:zz",
    "verify --municipality=nowhere",
    "verify something",
    "chain",
    "chain nowhere"
  })
  void misuseIsToldWithTheUsage(String arguments) {
    TestConsole console = workshop.console();
    assertThat(console.run(arguments.split(" "))).isEqualTo(2);
    assertThat(console.complaint()).contains("Usage: stadtstand " + arguments.split(" ")[0]);
    assertThat(console.printed()).isEmpty();
  }

  @ParameterizedTest
  @Tag("alike")
  @CsvSource({
    "nofile.jsonl city",
    "nofile.jsonl",
    "http://localhost:1/graphql city",
    "{file} city --known-head 4:zz",
    "{file} elsewhere"
  })
  void theScriptRefusesWhatItCannotRead(String arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile(city.folder(), "chain", ".jsonl");
    Files.write(file, command(List.of("chain", city.key())));
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of("python3", SCRIPT.toString()),
                        Stream.of(arguments.replace("{file}", file.toString()).split(" ")))
                    .toList())
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).isNotZero();
    assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("Traceback"));
  }
}
