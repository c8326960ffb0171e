package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadtstand.ParsedSource.Method;
import org.stadtstand.ParsedSource.Type;
import org.stadtstand.ParsedSource.Unit;

/** How large things may grow, and how much of them may be visible from outside. */
class SourceShapeTests {

  private static final int ROOM_FILES = 25;
  private static final int FILE_LINES = 250;
  private static final int METHOD_LINES = 30;
  private static final int PARAMETERS = 6;
  private static final int IMPORTS = 30;
  private static final int PACKAGE_PRIVATE_PERCENT = 53;

  /** Nouns of the field that look like participles. */
  private static final Set<String> BARE_PARTICIPLES =
      Set.of("Finding", "Pinned", "Staging", "Standing");

  private static final Pattern PARTICIPLE = Pattern.compile("(?!Token$)[A-Z][a-z]+(ed|ing|en)");

  /** A statement up to its assertion about all elements. */
  private static final Pattern OF_ALL =
      Pattern.compile(
          "assertThat\\((?:(?!;\\n"
              + "|assertThat).)*?\\.(allSatisfy|allMatch|noneMatch|noneSatisfy)\\(",
          Pattern.DOTALL);

  private static final Pattern OF_SOME =
      Pattern.compile("isNotEmpty|hasSize|contains|values\\(\\)");

  private static List<Unit> units = List.of();
  private static List<Unit> tests = List.of();

  @BeforeAll
  static void parse() throws IOException {
    units = ParsedSource.of(SourceFiles.shippedAndDemo());
    tests = ParsedSource.of(SourceFiles.test());
  }

  @Test
  void roomsAreSmall() {
    Map<String, Long> rooms =
        SourceFiles.main().stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .map(file -> String.valueOf(file.getParent()))
            .collect(Collectors.groupingBy(room -> room, Collectors.counting()));
    assertThat(rooms)
        .as("files of each room")
        .isNotEmpty()
        .allSatisfy((room, files) -> assertThat(files).as(room).isLessThanOrEqualTo(ROOM_FILES));
  }

  @Test
  void filesAreShort() {
    List<String> tooLong = new ArrayList<>();
    for (Unit unit : units) {
      if (unit.lines() > FILE_LINES) {
        tooLong.add("%s: %d lines".formatted(unit.file(), unit.lines()));
      }
      if (unit.imports() > IMPORTS) {
        tooLong.add("%s: %d imports".formatted(unit.file(), unit.imports()));
      }
    }
    assertThat(tooLong)
        .as("files of more than %d lines or %d imports", FILE_LINES, IMPORTS)
        .isEmpty();
  }

  @Test
  void methodsAreShort() {
    List<String> tooLong = new ArrayList<>();
    for (Unit unit : units) {
      for (Method method : unit.methods()) {
        if (method.lines() > METHOD_LINES) {
          tooLong.add("%s.%s: %d lines".formatted(unit.file(), method.name(), method.lines()));
        }
        if (method.parameters() > PARAMETERS && !method.mayHaveManyParameters()) {
          tooLong.add(
              "%s.%s: %d parameters".formatted(unit.file(), method.name(), method.parameters()));
        }
      }
    }
    assertThat(tooLong)
        .as("methods of more than %d lines or %d parameters", METHOD_LINES, PARAMETERS)
        .isEmpty();
  }

  @Test
  void everyTypeSaysItsJob() {
    assertThat(silent(units)).as("top-level types without a sentence").isEmpty();
    assertThat(silent(tests)).as("tests without a sentence").isEmpty();
  }

  /** A type must be identifiable without its room, in conversation and in imports. */
  @Test
  void simpleNamesAreUnique() {
    Map<String, Long> names =
        types().stream()
            .collect(Collectors.groupingBy(Type::name, TreeMap::new, Collectors.counting()));
    names.values().removeIf(times -> times == 1);
    assertThat(names.keySet())
        .as("names of several types; one that is no longer double is struck off the list")
        .isEmpty();
  }

  /** A thing is named by a noun; what was done to it is said elsewhere. */
  @Test
  void noNameIsABareParticiple() {
    assertThat(types().stream().map(Type::name).filter(PARTICIPLE.asMatchPredicate()))
        .as("names that are a participle; one that is gone is struck off the list")
        .containsExactlyInAnyOrderElementsOf(BARE_PARTICIPLES);
  }

  /** An assertion about all elements of a list holds for an empty one, and then proves nothing. */
  @Test
  void whatIsSaidOfAllIsSaidOfSome() throws IOException {
    List<String> vacuous = new ArrayList<>();
    int assertions = 0;
    for (Path file : SourceFiles.test()) {
      Matcher all = OF_ALL.matcher(Files.readString(file));
      while (all.find()) {
        assertions++;
        boolean nested = count(all.group(), ')') >= count(all.group(), '(');
        if (!nested && !OF_SOME.matcher(all.group()).find()) {
          vacuous.add(file.getFileName() + ": " + all.group().strip().lines().findFirst().get());
        }
      }
    }
    assertThat(assertions).isPositive();
    assertThat(vacuous).as("assertions that hold for an empty list").isEmpty();
  }

  @Test
  void mostTypesStayInTheirRoom() throws IOException {
    List<Type> types =
        ParsedSource.of(SourceFiles.main()).stream()
            .flatMap(unit -> unit.types().stream())
            .toList();
    long hidden = types.stream().filter(type -> !type.isPublic()).count();
    assertThat(100 * hidden / types.size())
        .as("per cent of %d types that are package-private", types.size())
        .isGreaterThanOrEqualTo(PACKAGE_PRIVATE_PERCENT);
  }

  @Test
  void printsMedians() {
    List<Method> methods = units.stream().flatMap(unit -> unit.methods().stream()).toList();
    System.out.printf(
        "Source: %d files, median %d lines; %d methods, median %d lines; %d types, %d public%n",
        units.size(),
        median(units.stream().mapToInt(Unit::lines)),
        methods.size(),
        median(methods.stream().mapToInt(Method::lines)),
        types().size(),
        types().stream().filter(Type::isPublic).count());
    assertThat(units).isNotEmpty();
  }

  private static long count(String text, char of) {
    return text.chars().filter(each -> each == of).count();
  }

  private static List<String> silent(List<Unit> of) {
    assertThat(of).isNotEmpty();
    return of.stream()
        .flatMap(unit -> unit.types().stream())
        .filter(type -> !type.documented())
        .map(Type::name)
        .toList();
  }

  private static List<Type> types() {
    return units.stream().flatMap(unit -> unit.types().stream()).toList();
  }

  private static int median(IntStream values) {
    int[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
