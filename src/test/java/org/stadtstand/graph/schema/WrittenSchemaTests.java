package org.stadtstand.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema files contain only what people must write: the rest is generated from it. */
class WrittenSchemaTests {

  /** The operators of a kind of value. */
  private static final Set<String> OPERATORS =
      Set.of(
          "KeyFilter", "TextFilter", "IntFilter", "DecimalFilter", "DateFilter", "BooleanFilter");

  /** For the feed of changes and the comparison, which are not lists of records. */
  private static final Set<String> OF_CHANGES =
      Set.of("StateInput", "ChangeFilter", "DifferenceFilter");

  /** Feeds, which go in one direction only. */
  private static final Set<String> FEEDS =
      Set.of(
          "Query.changes",
          "Query.compare",
          "Query.search",
          "Subscription.changes",
          "Subscription.release");

  private static final Set<String> OF_LISTS =
      Set.of("filter", "orderBy", "first", "after", "last", "before");

  private final TypeDefinitionRegistry written = read();

  private static TypeDefinitionRegistry read() {
    TypeDefinitionRegistry schema = new TypeDefinitionRegistry();
    for (Path file : files()) {
      try {
        schema.merge(new SchemaParser().parse(Files.readString(file)));
      } catch (IOException e) {
        throw new AssertionError(file.toString(), e);
      }
    }
    return schema;
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(Path.of("schema"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("schema", e);
    }
  }

  @Test
  void noInputOfAListIsWritten() {
    assertThat(
            written.getTypes(InputObjectTypeDefinition.class).stream()
                .map(InputObjectTypeDefinition::getName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(OPERATORS, OF_CHANGES).flatMap(Set::stream).toList());
    assertThat(written.inputObjectTypeExtensions()).isEmpty();
  }

  @Test
  void noOrderIsWritten() {
    assertThat(written.getTypes(EnumTypeDefinition.class).stream().map(EnumTypeDefinition::getName))
        .isNotEmpty()
        .noneMatch(name -> name.endsWith("OrderField"));
  }

  @Test
  void noArgumentOfAListIsWritten() {
    List<String> found = new ArrayList<>();
    Definitions.eachField(
        written,
        (type, field) -> {
          String place = type + "." + field.getName();
          if (!FEEDS.contains(place)) {
            field.getInputValueDefinitions().stream()
                .map(InputValueDefinition::getName)
                .filter(OF_LISTS::contains)
                .forEach(argument -> found.add(place + " " + argument));
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void whatIsAskedOnADayCanBeAskedOnTheRecordsOwn() {
    List<String> days = new ArrayList<>();
    Definitions.eachField(
        written,
        (type, field) -> {
          List<String> arguments =
              field.getInputValueDefinitions().stream().map(InputValueDefinition::getName).toList();
          if (type.equals("Query") && arguments.contains("on")) {
            days.add(field.getName());
            assertThat(arguments).as(field.getName()).contains("asOf");
          }
        });
    assertThat(days).contains("service", "municipality", "dataset");
  }

  @Test
  void noLabelOrPrecisionIsWritten() {
    List<String> names = new ArrayList<>();
    Definitions.eachField(
        written, (String type, FieldDefinition field) -> names.add(type + "." + field.getName()));
    assertThat(names)
        .hasSizeGreaterThan(200)
        .noneMatch(name -> name.endsWith("Label") || name.endsWith("Precision"));
  }

  /**
   * Two types may be given other words for a field, or a narrower type, but never the same again.
   */
  @Test
  void noFieldOfAnInterfaceIsRepeated() {
    Map<String, String> fields = new HashMap<>();
    Definitions.eachField(
        written, (type, field) -> fields.put(type + "." + field.getName(), printed(field)));
    List<String> repeated = new ArrayList<>();
    List<String> narrowed = new ArrayList<>();
    for (ObjectTypeDefinition type : written.getTypes(ObjectTypeDefinition.class)) {
      for (Type<?> shared : type.getImplements()) {
        fields.forEach(
            (place, field) -> {
              String name = place.substring(place.indexOf('.') + 1);
              if (place.startsWith(Definitions.name(shared) + ".")) {
                String own = fields.get(type.getName() + "." + name);
                if (own != null) {
                  (field.equals(own) ? repeated : narrowed).add(type.getName() + "." + name);
                }
              }
            });
      }
    }
    assertThat(repeated).isEmpty();
    assertThat(narrowed).contains("ScheduleRevision.subject");
  }

  private static String printed(FieldDefinition field) {
    return AstPrinter.printAst(field.transform(builder -> builder.directives(List.of())));
  }

  @Test
  void theWrittenSchemaStaysShort() throws IOException {
    long lines = 0;
    for (Path file : files()) {
      lines += Files.readAllLines(file).size();
    }
    assertThat(lines).isLessThanOrEqualTo(2_400);
  }
}
