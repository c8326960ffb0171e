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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The rooms and the arrows between them, as far as the compiler does not guard them itself. */
class ArchitectureTests {

  private static final String BASE = "org.stadtstand";

  /** A later one may name an earlier one. */
  private static final List<String> DOMAIN =
      List.of("municipality", "evidence", "organisation", "strategy", "publicservice", "project");

  /** Each floor may use the floors before it. */
  private static final List<List<String>> MACHINERY =
      List.of(
          List.of("error", "cache"),
          List.of("record"),
          List.of("history"),
          List.of("listing"),
          List.of("graphql"),
          List.of("changes"),
          List.of("limits", "delivery"),
          List.of("answer"),
          List.of("export"),
          List.of("link"),
          List.of("ingest", "http", "pages"));

  private static final List<String> ALONE = List.of("database", "demo");

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
    List<String> placed =
        Stream.of(DOMAIN, MACHINERY.stream().flatMap(List::stream).toList(), ALONE)
            .flatMap(List::stream)
            .toList();
    assertThat(placed)
        .as("a new room is given its place among the arrows, here and in the plan")
        .containsAll(rooms());
  }

  @Test
  void roomsAreOneLevelDeep() {
    check(
        classes().should().resideInAnyPackage(BASE, BASE + ".*"),
        "with flat rooms the compiler guards what is package-private");
  }

  @Test
  void roomsAreFreeOfCycles() {
    check(
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles(),
        "a room can only be understood alone if what it needs does not need it");
  }

  @Test
  void machineryKnowsNoDomainRoom() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(MACHINERY.stream().flatMap(List::stream).toList()))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages(DOMAIN)),
        "what holds for all types is said once, and a new room changes no machinery");
  }

  @Test
  void machineryGoesOneWay() {
    for (int floor = 0; floor < MACHINERY.size(); floor++) {
      List<String> above =
          MACHINERY.stream().skip(floor + 1L).flatMap(List::stream).collect(Collectors.toList());
      mustNotName(MACHINERY.get(floor), above, "a floor rests on the floors below it");
    }
  }

  @Test
  void domainRoomsNameOnlyEarlierOnes() {
    for (int place = 0; place < DOMAIN.size(); place++) {
      mustNotName(
          List.of(DOMAIN.get(place)),
          DOMAIN.subList(place + 1, DOMAIN.size()),
          "a field between two rooms belongs to the later one");
    }
  }

  @Test
  void someRoomsStandAlone() {
    List<String> others = rooms().stream().filter(room -> !ALONE.contains(room)).toList();
    mustNotName(ALONE, others, "the database serves every room, the demo city is only data");
    mustNotName(DOMAIN, ALONE, "a domain room reads what it is given and never publishes");
  }

  @Test
  void onlyRepositoriesOfADomainRoomTouchTheDatabase() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(packages(DOMAIN))
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
  void fieldsOfATypeDoNoReadingOfTheirOwn() {
    check(
        noClasses()
            .that(areControllers())
            .should()
            .callMethodWhere(
                call(
                    "a repository from a @SchemaMapping",
                    call ->
                        call.getTargetOwner().getSimpleName().endsWith("Repository")
                            && call.getOwner().isAnnotatedWith(SchemaMapping.class)
                            && !call.getOwner().isAnnotatedWith(QueryMapping.class))),
        "a statement for each row is what the loaders are there to avoid");
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
    rule.because(because).allowEmptyShould(true).check(house);
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> BASE + "." + room).toArray(String[]::new);
  }

  private static Set<String> rooms() {
    return house.getPackage(BASE).getSubpackages().stream()
        .map(JavaPackage::getRelativeName)
        .collect(Collectors.toSet());
  }
}
