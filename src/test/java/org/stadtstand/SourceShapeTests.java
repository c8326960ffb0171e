package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stadtstand.ParsedSource.Method;
import org.stadtstand.ParsedSource.Type;
import org.stadtstand.ParsedSource.Unit;

/** How large things may grow, and how much of them may be seen from outside. */
class SourceShapeTests {

  private static final int ROOM_FILES = 25;
  private static final int FILE_LINES = 250;
  private static final int METHOD_LINES = 30;
  private static final int PARAMETERS = 6;
  private static final int IMPORTS = 30;
  private static final int PACKAGE_PRIVATE_PERCENT = 51;

  private static List<Unit> units = List.of();

  @BeforeAll
  static void parse() throws IOException {
    units = ParsedSource.of(SourceFiles.shippedAndDemo());
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
    List<String> silent =
        types().stream().filter(type -> !type.documented()).map(Type::name).toList();
    assertThat(silent).as("top-level types without a sentence").isEmpty();
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

  private static List<Type> types() {
    return units.stream().flatMap(unit -> unit.types().stream()).toList();
  }

  private static int median(IntStream values) {
    int[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
