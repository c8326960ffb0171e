package org.stadtstand.serve.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.PartialDate;

/** A table writes a date as it was delivered, whatever is known of it. */
class PublishedDatesIT {

  private final Statements statements = new Statements(TestDatabase.shared().reading());

  @Test
  void aDateIsWrittenByTheDatabaseAsByTheReader() {
    Random random = new Random(20261128);
    List<PartialDate> dates =
        Stream.concat(
                IntStream.rangeClosed(2019, 2028).boxed().flatMap(PublishedDatesIT::periodsOf),
                Stream.generate(() -> any(random)).limit(500))
            .toList();
    List<String> written = new ArrayList<>();
    statements.each(
        "select "
            + PublishedTable.partialDate("d.first", "d.last")
            + " as written from unnest(?::date[], ?::date[]) with ordinality as d(first, last, n)"
            + " order by n",
        List.of(
            dates.stream().map(PartialDate::earliest).toArray(LocalDate[]::new),
            dates.stream().map(PartialDate::latest).toArray(LocalDate[]::new)),
        row -> written.add(row.text("written")));
    assertThat(written).isEqualTo(dates.stream().map(PartialDate::toString).toList());
  }

  private static Stream<PartialDate> periodsOf(int year) {
    return Stream.concat(
            Stream.of("%d", "%d-Q1", "%d-Q4", "%d-21", "%d-22", "%d-23", "%d-24", "../%d-06-30"),
            IntStream.rangeClosed(1, 12).mapToObj("%%d-%02d"::formatted))
        .map(form -> PartialDate.parse(form.formatted(year)));
  }

  private static PartialDate any(Random random) {
    LocalDate first = LocalDate.of(2000, 1, 1).plusMonths(random.nextInt(300));
    LocalDate last = first.plusMonths(random.nextInt(15)).plusDays(random.nextInt(3) - 1L);
    return last.isBefore(first) ? PartialDate.day(first) : new PartialDate(first, last);
  }
}
