package org.stadtstand.record.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.deliver.publication.City;
import org.stadtstand.deliver.publication.Workshop;
import org.stadtstand.deliver.publication.WorkshopExtension;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.ScannedRooms;

/** Periods are in no digest, so that they are recomputed to see whether they follow from rows. */
@ExtendWith(WorkshopExtension.class)
class DerivedPeriodsIT {

  private static final List<DerivedTable> TABLES =
      ScannedRooms.all().stream().flatMap(room -> room.derivedTables().stream()).toList();

  private final Workshop workshop;
  private final City city;

  DerivedPeriodsIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(city.first());
    city.published(
        city.next()
            .table(
                "project",
                City.PROJECT_HEADER,
                "p-1,Glasfaser für alle,office,2025-Q4",
                "p-3,Ämter,department,")
            .table("project_status_change", City.STATUS_HEADER, "s-9,p-1,ON_HOLD,2025-01-01"));
    workshop.revoke(city.key(), 2, "Irrtum");
  }

  private List<String> faults() {
    return told(periods -> periods.faults(city.municipality(), 100));
  }

  private List<String> told(Function<DerivedPeriods, List<Text>> which) {
    return workshop.rolledBack(
        () ->
            which.apply(new DerivedPeriods(workshop.owner(), TABLES)).stream()
                .map(fault -> String.valueOf(fault.en()))
                .toList());
  }

  @Test
  void whatFollowsFromTheRowsHolds() throws IOException, SQLException {
    assertThat(faults()).isEmpty();
    assertThat(
            workshop
                .console()
                .run(
                    "redact",
                    city.key(),
                    "project_status_change",
                    "s-1",
                    "--reason=x",
                    "--legal-basis=y"))
        .isZero();
    assertThat(faults()).isEmpty();
    city.published(city.next().table("focus_area", "key,name_de,position", "net,Netze,1"));
    assertThat(faults()).isEmpty();
    assertThat(command()).isZero();
  }

  private int command() {
    return workshop.console().run("verify", "--municipality=" + city.key());
  }

  @Test
  void everyColumnOfEveryPeriodIsCompared() {
    List<String> escaped = new ArrayList<>();
    int tried = 0;
    for (DerivedTable table : TABLES) {
      String before = content(table);
      for (String alteration : alterations(table)) {
        Boolean found =
            workshop
                .rolledBack(
                    () -> {
                      workshop
                          .owner()
                          .sql(alteration)
                          .param("municipality", city.municipality())
                          .update();
                      // A period of another version is named, but not held against anything.
                      return content(table).equals(before)
                          ? Optional.<Boolean>empty()
                          : Optional.of(
                              !faults().isEmpty()
                                  || !told(periods -> periods.older(city.municipality()))
                                      .isEmpty());
                    })
                .orElse(null);
        tried += found == null ? 0 : 1;
        if (Boolean.FALSE.equals(found)) {
          escaped.add(alteration);
        }
      }
    }
    System.out.printf("derived: %d of %d found%n", tried - escaped.size(), tried);
    assertThat(escaped).isEmpty();
    assertThat(tried).isGreaterThan(20);
  }

  private String content(DerivedTable table) {
    return workshop
        .owner()
        .sql(
            "select coalesce(string_agg(cast(p as text), ' ' order by cast(p as text)), '') from "
                + table.table()
                + " p where municipality = :municipality")
        .param("municipality", city.municipality())
        .query(String.class)
        .single();
  }

  private List<String> alterations(DerivedTable table) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "delete from %1$s",
                "update %1$s set days = daterange(lower(days) + 1, upper(days))",
                "update %1$s set known = int4range(lower(known), lower(known) + 1)",
                "update %1$s set known = int4range(lower(known) - 100000, upper(known))",
                "update %1$s set rules = rules - 1",
                "update %1$s set %2$s = (select max(id) from record)"));
    String one =
        " where municipality = :municipality and ctid ="
            + " (select min(ctid) from %1$s where municipality = :municipality)";
    all.replaceAll(sql -> (sql + one).formatted(table.table(), table.subject()));
    for (String column : columns(table)) {
      all.add(
          """
          update %1$s p set %2$s = coalesce((select o.%2$s from %1$s o
            where o.%2$s is distinct from p.%2$s limit 1), null) where municipality = :municipality
            and exists (select from %1$s o where o.%2$s is distinct from p.%2$s)
          """
              .formatted(table.table(), column));
    }
    return all;
  }

  private List<String> columns(DerivedTable table) {
    return workshop
        .owner()
        .sql(
            """
            select attname from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0
              and attname not in ('municipality', 'days', 'known', 'rules', :subject)
            """)
        .param("table", table.table())
        .param("subject", table.subject())
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void whatAnotherVersionOfARuleHasDerivedIsNamedAndLeftAlone() {
    for (String sql :
        List.of(
            "update project_status_period set rules = 0 where municipality = :municipality",
            "update derived_rule set version = 0 where municipality = :municipality"
                + " and derived = 'project_status_period'")) {
      workshop.owner().sql(sql).param("municipality", city.municipality()).update();
    }
    assertThat(faults()).isEmpty();
    var console = workshop.console();
    assertThat(console.run("verify", "--lang=en", "--municipality=" + city.key())).isEqualTo(3);
    assertThat(console.printed())
        .contains(
            "project_status_period: not recomputed; version 0 of the rule is noted, here it is 2\n")
        .containsPattern(
            "project_status_period: \\d+ periods not recomputed; they follow version 0 of the rule,"
                + " here it is 2\n")
        .contains(": cannot be checked. ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update derived_rule set version = version - 1 where derived = 'project_status_period' and"
            + " municipality = :municipality",
        "delete from derived_rule where derived = 'project_status_period' and"
            + " municipality = :municipality",
        "update project_status_period set rules = 0 where municipality = :municipality"
      })
  void anotherVersionOfARuleIsNotNotedUnnoticed(String alteration) {
    assertThat(
            workshop.rolledBack(
                () -> {
                  workshop
                      .owner()
                      .sql(alteration)
                      .param("municipality", city.municipality())
                      .update();
                  return new DerivedRules(workshop.owner(), TABLES)
                      .faults(city.municipality()).stream().map(Text::en).toList();
                }))
        .singleElement()
        .asString()
        .startsWith("No release: project_status_period: follows version ");
  }
}
