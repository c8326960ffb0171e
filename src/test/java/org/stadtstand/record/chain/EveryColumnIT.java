package org.stadtstand.record.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.stadtstand.deliver.publication.City;
import org.stadtstand.deliver.publication.Workshop;
import org.stadtstand.deliver.publication.WorkshopExtension;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.ScannedRooms;

/**
 * Whatever column of whatever table of the record is altered is found, unless the documentation
 * says that nothing can be held against it.
 */
@ExtendWith(WorkshopExtension.class)
class EveryColumnIT {

  private static final List<DerivedTable> TABLES =
      ScannedRooms.all().stream().flatMap(room -> room.derivedTables().stream()).toList();

  /** As src/docs/verification.md names them. */
  private static final Set<String> NOT_CHECKED =
      new TreeSet<>(
          List.of("delivery.package", "delivery.folder", "delivery.digest", "delivery.bytes"));

  private final Workshop workshop;
  private final City city;
  private final City other;
  private List<Integer> municipalities = List.of();

  EveryColumnIT(Workshop workshop) {
    this.workshop = workshop;
    this.city = workshop.city();
    this.other = workshop.city();
  }

  private record Column(String table, String name, String type) {

    String value() {
      return switch (type) {
        case "int2", "int4", "int8", "numeric" -> name + " + 1";
        case "date" ->
            "case when isfinite(%1$s) then %1$s + 1 else '2020-01-01' end".formatted(name);
        case "timestamptz" -> name + " + interval '1 second'";
        case "bool" -> "not " + name;
        case "bytea" -> "sha256(" + name + ")";
        case "_text" -> "array_append(" + name + ", 'x')";
        case "_int4" -> "array_append(" + name + ", 1)";
        case "daterange" ->
            "daterange(coalesce(lower(%1$s) + 1, '2000-01-01'), upper(%1$s))".formatted(name);
        case "int4range" -> "int4range(lower(%1$s) - 1, upper(%1$s))".formatted(name);
        default -> name + " || 'x'";
      };
    }

    /** Of a row, the last in its table, of which nothing is withheld. */
    String alteration() {
      return """
      update %1$s set %2$s = %3$s where ctid = (select max(t.ctid) from %1$s t where %2$s is not null
        and not exists (select from withheld w where '%1$s' <> 'withheld'
          and to_jsonb(t) @> jsonb_build_object('record', w.record, 'since', w.since)))
      """
          .formatted(table, name, value());
    }

    @Override
    public String toString() {
      return table + "." + name;
    }
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    other.published(other.first());
    city.published(city.first());
    workshop.console().withhold(city.key(), "source page title");
    city.published(
        city.next()
            .with("title", "\"Stand\"")
            .table("project", City.PROJECT_HEADER, "p-1,Glasfaser für alle,office,2025-Q4")
            .table("focus_area", "key,name_de,position", "net,Netz,1"));
    workshop.revoke(city.key(), 2, "Irrtum");
    municipalities = List.of(city.municipality(), other.municipality());
    assertThat(workshop.rolledBack(this::faults)).isEmpty();
  }

  /** The first that are found: what was altered is mostly the city's. */
  private List<String> faults() {
    Verification verification = new Verification(workshop.owner(), workshop.types(), TABLES);
    for (int municipality : municipalities) {
      VerificationReport report = verification.verify(municipality, null);
      if (report.verdict() != VerificationVerdict.UNALTERED) {
        return english(report.lines());
      }
    }
    return english(ListedUnits.faults(workshop.owner(), 1));
  }

  private static List<String> english(List<Text> lines) {
    return lines.stream().map(line -> String.valueOf(line.en())).toList();
  }

  @Test
  void everyColumnIsFoundOrIsNamedAsNotChecked() {
    List<String> escaped = new ArrayList<>();
    int tried = 0;
    for (Column column : columns()) {
      Optional<List<String>> found = tampered(column.alteration());
      tried += found.isPresent() ? 1 : 0;
      if (found.filter(List::isEmpty).isPresent()) {
        escaped.add(column.toString());
      }
    }
    System.out.printf("columns: %d of %d found%n", tried - escaped.size(), tried);
    assertThat(escaped).containsExactlyInAnyOrderElementsOf(NOT_CHECKED);
    assertThat(tried).isGreaterThan(150);
  }

  @Test
  void everyTableThatIsEmptiedIsFound() {
    List<String> escaped = new ArrayList<>();
    for (String table : new TreeSet<>(columns().stream().map(Column::table).toList())) {
      if (tampered("delete from " + table).filter(List::isEmpty).isPresent()) {
        escaped.add(table);
      }
    }
    assertThat(escaped).isEmpty();
  }

  @Test
  void aCityWhoseRecordIsGoneIsNamedAsItWas() {
    run("create table kept as select * from record", "delete from record");
    var console = workshop.console();
    try {
      assertThat(console.run("verify", "--lang=en")).isOne();
      assertThat(console.printed())
          .contains(city.key() + ": Release 1: ")
          .contains(other.key() + ": ALTERED. 1 release, ");
    } finally {
      run("insert into record overriding system value select * from kept", "drop table kept");
    }
    assertThat(console.run("verify", "--municipality=" + other.key())).isZero();
  }

  @Test
  void whereNothingIsPublishedThatIsSaid() {
    try (Workshop empty = new Workshop()) {
      var console = empty.console();
      assertThat(console.run("verify", "--lang=en")).isEqualTo(3);
      assertThat(console.printed()).isEqualTo("Nothing is published that could be checked.\n");
    }
  }

  private void run(String... statements) {
    workshop
        .database()
        .publishing()
        .transaction()
        .executeWithoutResult(
            status -> {
              workshop.owner().sql(Alteration.WITHOUT_FOREIGN_KEYS).update();
              List.of(statements).forEach(sql -> workshop.owner().sql(sql).update());
            });
  }

  /** What is found of it; empty if the statement has altered nothing or the database refuses it. */
  private Optional<List<String>> tampered(String sql) {
    return workshop.rolledBack(
        () -> {
          workshop.owner().sql(Alteration.WITHOUT_FOREIGN_KEYS).update();
          int altered;
          try {
            altered = workshop.owner().sql(sql).update();
          } catch (DataAccessException refused) {
            return Optional.empty();
          }
          return altered == 0 ? Optional.empty() : Optional.of(faults());
        });
  }

  private List<Column> columns() {
    return workshop
        .owner()
        .sql(
            """
            select c.relname, a.attname, t.typname
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            join pg_type t on t.oid = a.atttypid
            where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind = 'r'
              and a.attnum > 0 and not a.attisdropped and c.relname <> 'flyway_schema_history'
              and a.attidentity <> 'a' and a.attgenerated = ''
            order by 1, 2
            """)
        .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }
}
