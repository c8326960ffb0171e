package org.stadtstand.serve.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.TableColumn;
import org.stadtstand.serve.table.TablePlanner;
import org.stadtstand.serve.table.Tables;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of a CSV, made from its first page. */
record CsvwForm(Tables tables, FileOptions options) implements FileForm {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public AnswerFile file(Question question, Answers answers) {
    return tables.file(question, answers, options, TablePlanner::plan, this::file);
  }

  private AnswerFile file(AskedTable table) {
    return new AnswerFile(
        table.first(),
        "application/csvm+json;charset=UTF-8",
        Map.of(),
        false,
        out -> out.write(JSON.writeValueAsBytes(description(table))));
  }

  private Map<String, Object> description(AskedTable table) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("language", "de")));
    description.put("url", address(table));
    List<Map<?, ?>> datasets = Provenance.datasets(table.first());
    description.put("dc:publisher", Provenance.joined(datasets, "publisher"));
    description.put("dc:license", Provenance.joined(datasets, "licenceUrl"));
    description.put("dc:source", Provenance.joined(datasets, "attribution"));
    if (!Provenance.link(table.first()).isEmpty()) {
      description.put("dc:identifier", Provenance.link(table.first()));
    }
    description.put("stadtstand:truncated", List.copyOf(table.cut()));
    description.put("notes", datasets);
    description.put("dialect", dialect());
    description.put("tableSchema", Map.of("columns", columns(table)));
    return description;
  }

  /** The address of the very CSV that is described, in the state it was read at. */
  private String address(AskedTable table) {
    String link = Provenance.link(table.first());
    String name = link.isEmpty() ? FileHeaders.name(table) : link;
    return name + "." + CsvFormat.SUFFIX + options.query();
  }

  private Map<String, Object> dialect() {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("encoding", "utf-8");
    dialect.put("delimiter", options.excelDe() ? ";" : ",");
    dialect.put("lineTerminators", "\r\n");
    dialect.put("header", true);
    return dialect;
  }

  private List<Map<String, Object>> columns(AskedTable table) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (TableColumn column : table.plan().columns()) {
      columns.add(column(column.name(), column.title(), datatype(column.kind())));
    }
    if (options.meta()) {
      Provenance.columns(table.first())
          .keySet()
          .forEach(name -> columns.add(column(name, name, "string")));
    }
    if (table.follows() || !table.cut().isEmpty()) {
      columns.add(column(CsvSheet.TRUNCATED, CsvSheet.TRUNCATED, "string"));
    }
    return columns;
  }

  private static Map<String, Object> column(String name, String title, Object datatype) {
    Map<String, Object> column = new LinkedHashMap<>();
    // A name is part of an address there, and may hold no dot followed by anything reserved.
    column.put("name", name.replace('.', '_'));
    column.put("titles", title);
    column.put("datatype", datatype);
    return column;
  }

  private Object datatype(CellKind kind) {
    return options.excelDe() && kind == CellKind.NUMBER
        ? Map.of("base", kind.csvw(), "format", Map.of("decimalChar", ","))
        : kind.csvw();
  }
}
