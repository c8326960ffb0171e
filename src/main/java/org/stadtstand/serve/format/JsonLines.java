package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.META;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.SelectedField;
import org.stadtstand.serve.table.TableColumn;
import org.stadtstand.serve.table.TablePlan;
import org.stadtstand.serve.table.Values;

/** Writes answers as JSON Lines: one line for each element of the list, nested values included. */
@Component
@Order(3)
record JsonLines(AnswerTables tables, FileOptions options, FileOrigin origin)
    implements TableFormat {

  @Autowired
  JsonLines(AnswerTables tables) {
    this(tables, FileOptions.NONE, FileOrigin.UNKNOWN);
  }

  @Override
  public String suffix() {
    return "jsonl";
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(ALL, META);
  }

  @Override
  public JsonLines with(FileOptions options, FileOrigin origin) {
    return new JsonLines(tables, options, origin);
  }

  @Override
  public boolean isLinked() {
    return options.meta();
  }

  @Override
  public boolean nested() {
    return true;
  }

  @Override
  public Representation file(List<AskedTable> tables) {
    AskedTable table = tables.getFirst();
    return file(tables, "application/x-ndjson;charset=UTF-8", out -> write(table, out));
  }

  private void write(AskedTable table, OutputStream out) throws IOException {
    Map<String, String> provenance = Provenance.columns(table.first(), options, origin);
    table.read(
        (whole, element, cut) -> {
          Map<String, @Nullable Object> line = line(table.plan(), whole, element);
          line.putAll(provenance);
          if (cut != null) {
            line.put(CsvSheet.TRUNCATED, cut);
          }
          out.write(JsonCodec.PLAIN.writeValueAsBytes(line));
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

  /** Only the selected fields, in the order selected, without those that were added for paging. */
  private static Map<String, @Nullable Object> object(SelectedField selected, Map<?, ?> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (SelectedField child : selected.children()) {
      if (object.containsKey(child.key())) {
        copy.put(child.key(), value(child, object.get(child.key())));
      }
    }
    return copy;
  }

  private static @Nullable Object value(SelectedField selected, @Nullable Object value) {
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
