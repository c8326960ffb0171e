package org.stadtstand.graph.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.columns.KeyColumn;
import org.stadtstand.record.columns.RowCounts;
import org.stadtstand.record.columns.RowCounts.CountQuestion;
import org.stadtstand.record.columns.RowCounts.RowGroup;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;

/** Counts and percentages out of columns in memory, where these tell them. */
@Component
public class HeldFigures {

  private final RowCounts counts;

  HeldFigures(RowCounts counts) {
    this.counts = counts;
  }

  /**
   * Rows with the same keys, and the figures that were asked of them.
   *
   * @param count how many rows there are
   */
  public record HeldGroup(
      List<RowCounts.Key> keys, int count, Map<AskedFigure, @Nullable Object> figures) {}

  /**
   * The groups of each of some lists, in no order; nothing if a statement has to tell.
   *
   * @param list what is listed
   * @param by nothing for the figures of whole lists, which have no group if they have no rows
   * @param most so many groups are enough to know that there are too many
   */
  public Optional<List<List<HeldGroup>>> of(
      Object list,
      List<?> lists,
      Map<String, Object> filter,
      List<KeyColumn> by,
      List<AskedFigure> figures,
      int most) {
    if (!(list instanceof ListedType<?> type)
        || figures.stream().anyMatch(asked -> counted(asked).isEmpty())) {
      return Optional.empty();
    }
    List<List<Pin>> states = lists.stream().map(FoundLists::states).toList();
    if (states.stream().anyMatch(pins -> pins.size() != 1)) {
      return Optional.empty();
    }
    List<Map<String, Object>> counted =
        figures.stream().flatMap(asked -> counted(asked).stream()).distinct().toList();
    List<Read> read = figures.stream().map(asked -> Read.of(asked, counted)).toList();
    return counts
        .of(
            type,
            states.stream().map(List::getFirst).toList(),
            new CountQuestion(filter, by, counted, most))
        .map(
            found ->
                found.stream()
                    .map(own -> own.stream().map(row -> group(row, read)).toList())
                    .toList());
  }

  /**
   * A figure, and the places of what was counted for it.
   *
   * @param of of a percentage, what is a hundred per cent; negative for a count
   */
  private record Read(AskedFigure asked, int part, int of) {

    static Read of(AskedFigure asked, List<Map<String, Object>> counted) {
      List<Integer> places =
          counted(asked).stream().map(filter -> 1 + counted.indexOf(filter)).toList();
      return switch (places.size()) {
        case 1 -> new Read(asked, places.getFirst(), -1);
        case 2 -> new Read(asked, places.getFirst(), places.getLast());
        default -> throw new IllegalStateException(asked + " is no count");
      };
    }

    @Nullable Object in(int[] counts) {
      return of < 0 ? (Object) counts[part] : percent(counts[part], counts[of]);
    }
  }

  /** What is counted for a figure: the part, then the whole. */
  private static List<Map<String, Object>> counted(AskedFigure asked) {
    return switch (asked.figure()) {
      case COUNT -> List.of(asked.filter());
      case PERCENT -> List.of(Map.of("and", List.of(asked.filter(), asked.of())), asked.of());
      default -> List.of();
    };
  }

  private static HeldGroup group(RowGroup row, List<Read> figures) {
    Map<AskedFigure, @Nullable Object> own = new LinkedHashMap<>();
    figures.forEach(figure -> own.put(figure.asked(), figure.in(row.counts())));
    return new HeldGroup(row.keys(), row.counts()[0], own);
  }

  /** With two digits and no zeros at its end; null of nothing. */
  public static @Nullable BigDecimal percent(int part, int of) {
    return of == 0
        ? null
        : new BigDecimal(
            BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString());
  }
}
