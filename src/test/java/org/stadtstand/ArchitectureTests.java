package org.stadtstand;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;

/** The rooms and the arrows between them, as far as the compiler does not enforce them itself. */
class ArchitectureTests {

  private static final String BASE = "org.stadtstand";

  /** A wing may use the wings it knows; a room may also use the earlier rooms of its own wing. */
  private record Wing(String name, Set<String> known, List<String> rooms) {

    static Wing of(String name, Set<String> known, String... rooms) {
      return new Wing(name, known, Stream.of(rooms).map(room -> name + "." + room).toList());
    }
  }

  private static final List<Wing> WINGS =
      List.of(
          Wing.of(
              "ground",
              Set.of(),
              "fault",
              "encoding",
              "text",
              "unit",
              "vocabulary",
              "command",
              "database",
              "embedded",
              "sql"),
          Wing.of(
              "record",
              Set.of("ground"),
              "declaration",
              "time",
              "search",
              "chain",
              "cache",
              "sheets",
              "listing",
              "columns"),
          Wing.of(
              "graph",
              Set.of("ground", "record"),
              "arguments",
              "execution",
              "frame",
              "words",
              "schema",
              "figures",
              "groups",
              "series",
              "releases",
              "steps",
              "changes",
              "versions",
              "comparison",
              "search"),
          Wing.of(
              "city",
              Set.of("ground", "record", "graph"),
              "municipality",
              "evidence",
              "organisation",
              "strategy",
              "publicservice",
              "project"),
          Wing.of(
              "deliver",
              Set.of("ground", "record", "graph"),
              "finding",
              "description",
              "reading",
              "checks",
              "redaction",
              "publication"),
          Wing.of(
              "serve",
              Set.of("ground", "record", "graph"),
              "request",
              "cost",
              "answer",
              "table",
              "format",
              "drawing",
              "chart",
              "response",
              "link",
              "citation",
              "view",
              "bulk",
              "subscription",
              "http",
              "monitoring",
              "purge",
              "hook",
              "catalogue",
              "manual",
              "pages",
              "difference",
              "feeds",
              "discovery"));

  /** Of the graph, a delivery needs only what describes changes; it answers no questions. */
  private static final List<String> GRAPH_FOR_DELIVERIES = List.of("graph.steps", "graph.changes");

  private static JavaClasses house = new ClassFileImporter().importClasses();

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
  }

  @Test
  void everyRoomHasItsPlace() {
    assertThat(allRooms())
        .as("a new room is given its place among the arrows, here and in architecture.md")
        .containsExactlyInAnyOrderElementsOf(roomsThatExist());
  }

  @Test
  void theMapShowsEveryRoomInItsPlace() throws IOException {
    Pattern row = Pattern.compile("(?m)^\\|[^|]*\\|[^|]*\\| `([a-z]+\\.[a-z]+)` \\|");
    Stream<String> shown =
        row.matcher(Files.readString(Path.of("src/docs/architecture.md")))
            .results()
            .map(room -> room.group(1));
    assertThat(shown).containsExactlyElementsOf(allRooms().toList());
  }

  @Test
  void roomsAreFreeOfCycles() {
    check(
        slices().matching(BASE + ".(*.*)").should().beFreeOfCycles(),
        "a room can only be understood alone if what it needs does not need it");
  }

  @Test
  void wingsNameOnlyTheWingsTheyRestOn() {
    for (Wing wing : WINGS) {
      mustNotName(
          wing.rooms(),
          WINGS.stream()
              .filter(other -> !other.equals(wing) && !wing.known().contains(other.name()))
              .flatMap(other -> other.rooms().stream())
              .toList(),
          "a wing is understood together with what it rests on, and nothing else");
    }
  }

  @Test
  void roomsNameOnlyEarlierRoomsOfTheirWing() {
    for (Wing wing : WINGS) {
      for (int place = 0; place < wing.rooms().size() - 1; place++) {
        mustNotName(
            wing.rooms().subList(place, place + 1),
            wing.rooms().subList(place + 1, wing.rooms().size()),
            "arrows go one way; a field between two rooms belongs to the later one");
      }
    }
  }

  @Test
  void aDeliveryNamesOnlyWhatTellsChangesOfTheGraph() {
    mustNotName(
        rooms("deliver"),
        rooms("graph").stream().filter(room -> !GRAPH_FOR_DELIVERIES.contains(room)).toList(),
        "a preview tells changes as the feed does, and asks no question");
  }

  @Test
  void theDemoCityIsOnlyData() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(allRooms().toList()))
        .because("what is invented must not rest on what is served")
        .check(new ClassFileImporter().importPackages(BASE + ".demo"));
  }

  @Test
  void theDemoCityIsNotInTheJar() {
    assertThat(house.containPackage(BASE + ".demo"))
        .as("the generator stays beside the server, in src/demo")
        .isFalse();
  }

  @Test
  void onlyRepositoriesOfADomainRoomTouchTheDatabase() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(rooms("city")))
            .and()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .haveSimpleNameNotStartingWith("Select")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql.."),
        "the only step that holds a connection should be easy to find");
  }

  @Test
  void controllersAreNotProxied() {
    DescribedPredicate<JavaAnnotation<?>> proxying =
        describe(
            "a proxy's annotation",
            annotation ->
                Set.of("Transactional", "Cacheable", "Async")
                    .contains(annotation.getRawType().getSimpleName()));
    String because = "a proxied controller answers null where its methods are not public";
    check(noClasses().that(areControllers()).should().beAnnotatedWith(proxying), because);
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat(areControllers())
            .should()
            .beAnnotatedWith(proxying),
        because);
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("PublicService")
            .should()
            .haveNameMatching(
                ".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO|Entity|Mapper)"
                    + "|.*\\.(Abstract|Base)[A-Z][^.]*"),
        "these words stand where a name was not found");
  }

  @Test
  void everyRoomIsNullMarked() {
    List<String> unmarked =
        house.getPackage(BASE).getSubpackagesInTree().stream()
            .filter(room -> !room.getClasses().isEmpty())
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();
    assertThat(unmarked).as("rooms whose package-info lacks @NullMarked").isEmpty();
  }

  @Test
  void timeComesFromAClock() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                call(
                    "the machine's time without a Clock",
                    call ->
                        call.getName().equals("currentTimeMillis")
                            || (call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && !parameters(call).equals(List.of("java.time.Clock"))))),
        "a test must be able to say what day it is");
  }

  @Test
  void caseChangesNameTheirLanguage() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                call(
                    "case without a Locale",
                    call ->
                        call.getName().matches("to(Lower|Upper)Case")
                            && call.getTargetOwner().isEquivalentTo(String.class)
                            && parameters(call).isEmpty())),
        "on a Turkish machine an i becomes another letter");
  }

  @Test
  void whatATypeNeedsStandsInItsConstructor() {
    check(
        noFields().should().beAnnotatedWith(Autowired.class),
        "a field that is set later is null in between");
    check(
        noFields().should().beAnnotatedWith(Value.class),
        "settings are records, so that they are checked and can be found");
  }

  @Test
  void settingsBelongToTheirRoom() {
    check(
        classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .beRecords()
            .andShould()
            .haveSimpleNameEndingWith("Settings"),
        "a setting that other rooms read has no owner");
  }

  private static void mustNotName(List<String> rooms, List<String> others, String because) {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(rooms))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(others)),
        because);
  }

  private static DescribedPredicate<JavaClass> areControllers() {
    return describe("are controllers", type -> type.isAnnotatedWith(Controller.class));
  }

  private static DescribedPredicate<JavaMethodCall> call(
      String description, Predicate<JavaMethodCall> matches) {
    return describe(description, matches);
  }

  private static List<String> parameters(JavaMethodCall call) {
    return call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
  }

  private static void check(ArchRule rule, String because) {
    rule.because(because).check(house);
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> BASE + "." + room).toArray(String[]::new);
  }

  private static Stream<String> allRooms() {
    return WINGS.stream().flatMap(wing -> wing.rooms().stream());
  }

  private static List<String> rooms(String wing) {
    return WINGS.stream()
        .filter(candidate -> candidate.name().equals(wing))
        .findFirst()
        .orElseThrow()
        .rooms();
  }

  private static Set<String> roomsThatExist() {
    Set<String> wings = WINGS.stream().map(Wing::name).collect(Collectors.toSet());
    return house.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals(BASE))
        .map(name -> name.substring(BASE.length() + 1))
        .filter(name -> !wings.contains(name))
        .collect(Collectors.toSet());
  }
}
