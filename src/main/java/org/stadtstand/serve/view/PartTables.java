package org.stadtstand.serve.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Rows;
import org.stadtstand.serve.table.TableColumn;
import org.stadtstand.serve.table.Values;

/**
 * Reads an answer as the tables that its files hold; what no table can hold is shown as its lists.
 */
@Component
class PartTables {

  private final AnswerTables tables;

  PartTables(AnswerTables tables) {
    this.tables = tables;
  }

  List<AnswerPart> of(PageFormat form, Inquiry inquiry, Answer answer, String base) {
    Language language = form.inLanguage();
    List<AskedTable> asked = asked(inquiry, language);
    if (asked.isEmpty() || !asked.getFirst().first().whole()) {
      List<AnswerTable> lists = AnswerLists.of(answer.result().getData(), language);
      return List.of(new AnswerPart("", lists, ""));
    }
    if (asked.size() == 1) {
      AskedTable only = asked.getFirst();
      return List.of(
          new AnswerPart("", List.of(table(only, only.plan().columns(), language)), base));
    }
    List<AnswerPart> parts = new ArrayList<>(beside(asked, language));
    for (AskedTable table : asked) {
      List<TableColumn> own =
          table.plan().columns().stream().filter(column -> column.level() > 0).toList();
      parts.add(
          new AnswerPart(
              Objects.requireNonNull(table.sheet()), List.of(table(table, own, language)), base));
    }
    return parts;
  }

  private List<AskedTable> asked(Inquiry inquiry, Language language) {
    try {
      return tables.askAll(inquiry, FileOptions.shown(language, null)).orElse(List.of());
    } catch (ApiError refused) {
      if (refused.code() == ErrorCode.NOT_A_TABLE) {
        return List.of();
      }
      throw refused;
    }
  }

  /** What stands beside all lists, which their files repeat in each row; none if there is none. */
  private static List<AnswerPart> beside(List<AskedTable> asked, Language language) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<?, ?> data = asked.getFirst().first().result().getData();
    asked.stream()
        .flatMap(table -> table.plan().columns().stream())
        .filter(column -> column.level() == 0)
        .forEach(column -> values.put(column.title(), text(Values.at(data, column.path()))));
    if (values.isEmpty()) {
      return List.of();
    }
    AnswerTable row =
        AnswerTable.ofFile(
            List.copyOf(values.keySet()), List.of(List.copyOf(values.values())), language);
    return List.of(new AnswerPart("", List.of(row), ""));
  }

  /**
   * Some columns of all rows; sentences that the page has quoted already, and their proof, are none
   * of them.
   */
  private static AnswerTable table(AskedTable table, List<TableColumn> some, Language language) {
    List<TableColumn> all = table.plan().columns();
    List<@Nullable Object[]> rows = new ArrayList<>();
    try {
      table.read(new Rows(table.plan(), (cells, cut) -> rows.add(cells)));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be read", e);
    }
    boolean quoted = rows.size() <= AnswerSentences.SHOWN;
    List<Integer> shown =
        IntStream.range(0, all.size())
            .filter(i -> some.contains(all.get(i)))
            .filter(i -> !quoted || !AnswerSentences.QUOTED.contains(all.get(i).field()))
            .boxed()
            .toList();
    return AnswerTable.ofFile(
        shown.stream().map(i -> all.get(i).title()).toList(),
        rows.stream().map(row -> shown.stream().map(i -> text(row[i])).toList()).toList(),
        language);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
