package org.stadtstand.serve.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Selected;
import org.stadtstand.serve.table.TableColumn;
import org.stadtstand.serve.table.TablePlan;
import org.stadtstand.serve.table.TablePlanner;
import org.stadtstand.serve.table.Tables;
import org.stadtstand.serve.table.Values;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines: each element of the list is one line, with whatever is nested in it. */
record JsonLinesForm(Tables tables, FileOptions options) implements FileForm {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @Override
  public AnswerFile file(Question question, Answers answers) {
    return tables.file(question, answers, options, TablePlanner::planNested, this::file);
  }

  private AnswerFile file(AskedTable table) {
    return new AnswerFile(
        table.first(),
        "application/x-ndjson;charset=UTF-8",
        FileHeaders.of(table, JsonLinesFormat.SUFFIX),
        table.follows(),
        out -> write(table, out));
  }

  private void write(AskedTable table, OutputStream out) throws IOException {
    Map<String, String> provenance = options.meta() ? Provenance.columns(table.first()) : Map.of();
    table.read(
        (whole, element, cut) -> {
          Map<String, @Nullable Object> line = line(table.plan(), whole, element);
          line.putAll(provenance);
          if (cut != null) {
            line.put(CsvSheet.TRUNCATED, cut);
          }
          out.write(JSON.writeValueAsBytes(line));
          out.write('\n');
          return true;
        });
  }

  private static Map<String, @Nullable Object> line(
      TablePlan plan, Map<?, ?> whole, @Nullable Object element) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    if (plan.levels().isEmpty()) {
      return object(plan.root(), whole);
    }
    for (TableColumn column : plan.columns()) {
      line.put(column.name(), Values.at(whole, column.path()));
    }
    if (element instanceof Map<?, ?> object) {
      line.putAll(object(plan.rows(), object));
    }
    return line;
  }

  /** Only what was selected, in that order: not what was asked for besides. */
  private static Map<String, @Nullable Object> object(Selected selected, Map<?, ?> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Selected child : selected.children()) {
      if (object.containsKey(child.key())) {
        copy.put(child.key(), value(child, object.get(child.key())));
      }
    }
    return copy;
  }

  private static @Nullable Object value(Selected selected, @Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copies = new ArrayList<>();
      list.forEach(element -> copies.add(value(selected, element)));
      return copies;
    }
    return !selected.isLeaf() && value instanceof Map<?, ?> object
        ? object(selected, object)
        : value;
  }
}
