package org.stadtstand.ground.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;

/** Rows become records by the names and types of the components. */
class RowBindingIT {

  private static final Set<String> COLUMNS =
      Set.of(
          "title_de",
          "title_en",
          "planned_end_from",
          "planned_end_to",
          "lead_unit",
          "unit",
          "share",
          "known",
          "tags",
          "from_on");

  private static final String ROW =
      "select 'Titel' as title_de, 'title' as title_en, date '2026-01-01' as planned_end_from,"
          + " date '2026-03-31' as planned_end_to, 7 as lead_unit, 'SECONDS' as unit,"
          + " 20.00 as share, true as known, array['a', 'b'] as tags, date '2026-02-01' as from_on";

  private final Statements statements = new Statements(TestDatabase.shared().reading());

  record Plan(
      String city,
      Text title,
      PartialDate plannedEnd,
      int leadUnitRecord,
      TimeUnit unit,
      @Nullable BigDecimal share,
      boolean known,
      List<String> tags,
      LocalDate from) {}

  record Required(int leadUnitRecord) {}

  record Optional(@Nullable Integer leadUnitRecord) {}

  record Unheard(String wording) {}

  record Untyped(Thread unit) {}

  @Test
  void eachComponentComesFromTheColumnOfItsName() {
    assertThat(
            read(
                RowBinding.of(
                    Plan.class, String.class, Map.of("from", "from_on"), Map.of(), COLUMNS),
                ROW))
        .containsExactly(
            new Plan(
                "Düsseldorf",
                new Text("Titel", "title"),
                new PartialDate(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)),
                7,
                TimeUnit.SECONDS,
                new BigDecimal("20"),
                true,
                List.of("a", "b"),
                LocalDate.of(2026, 2, 1)));
  }

  @Test
  void anEmptyColumnIsNullWhereTheRecordAllowsItAndFailsElsewhere() {
    String empty = "select null::int as lead_unit";
    assertThat(read(binding(Optional.class), empty)).containsExactly(new Optional(null));
    assertThatThrownBy(() -> read(binding(Required.class), empty))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lead_unit");
  }

  @Test
  void aComponentWithoutAColumnOrOfAnUnknownTypeStopsTheStart() {
    assertThatThrownBy(() -> binding(Unheard.class)).hasMessageContaining("wording");
    assertThatThrownBy(() -> binding(Untyped.class)).hasMessageContaining("Thread");
  }

  private static <T> RowBinding<T> binding(Class<T> type) {
    return RowBinding.of(type, Void.class, Map.of(), Map.of(), COLUMNS);
  }

  private <T> List<T> read(RowBinding<T> binding, String sql) {
    List<T> read = new ArrayList<>();
    statements.each(sql, List.of(), row -> read.add(binding.read(row, "Düsseldorf")));
    return read;
  }
}
