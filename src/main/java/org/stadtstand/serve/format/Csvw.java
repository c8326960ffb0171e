package org.stadtstand.serve.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.ShapedTable;
import org.stadtstand.serve.table.TableColumn;

/**
 * Describes the CSV of an answer as CSV on the Web does: columns, types, source and licence. It
 * takes the same parameters as that CSV.
 */
@Component
@Order(4)
record Csvw(AnswerTables tables, FileOptions options, FileOrigin origin) implements TableFormat {

  private static final String SUFFIX = "csv-metadata.json";

  @Autowired
  Csvw(AnswerTables tables) {
    this(tables, FileOptions.NONE, FileOrigin.UNKNOWN);
  }

  @Override
  public String suffix() {
    return SUFFIX;
  }

  @Override
  public String mediaType() {
    return "application/csvm+json";
  }

  @Override
  public Set<String> parameters() {
    return Csv.PARAMETERS;
  }

  @Override
  public Csvw with(FileOptions options, FileOrigin origin) {
    return new Csvw(tables, options, origin);
  }

  /** The description names the CSV as it was asked for: tools look for that very address. */
  @Override
  public Csvw from(FileOrigin origin) {
    return with(options, origin);
  }

  /** Describes the CSV from its first page. */
  @Override
  public Representation file(List<AskedTable> tables) {
    AskedTable table = tables.getFirst();
    return Representation.ofText(
        table.first(),
        "application/csvm+json;charset=UTF-8",
        JsonCodec.INDENTED.writeValueAsString(description(table)));
  }

  private Map<String, Object> description(AskedTable table) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "de")));
    description.put("url", address(table));
    List<StateDescription> datasets = table.first().datasets();
    description.put("dc:publisher", Provenance.joined(datasets, StateDescription::publisher));
    description.put("dc:license", Provenance.joined(datasets, StateDescription::licenceUrl));
    description.put("dc:source", Provenance.joined(datasets, StateDescription::attribution));
    String link = origin.link(table.first());
    if (link != null) {
      description.put("dc:identifier", link);
    }
    List<Object> notes = new ArrayList<>();
    datasets.forEach(state -> notes.add(state.members()));
    notes.add(Map.of("truncated", List.copyOf(table.cut())));
    description.put("notes", notes);
    description.put("dialect", dialect());
    description.put("tableSchema", Map.of("columns", columns(table)));
    return description;
  }

  /** The address of the CSV described: beside this one or, where that has no name, permanent. */
  private String address(AskedTable table) {
    String link = origin.link(table.first());
    String segment = origin.segment();
    String name =
        segment != null
            ? segment.replaceFirst("\\." + SUFFIX + "$", "")
            : link != null ? link : FileHeaders.name(table, origin);
    return name + "." + Csv.SUFFIX + options.query();
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
    Set<String> taken = new HashSet<>();
    List<Map<String, Object>> columns = new ArrayList<>();
    for (TableColumn column : ShapedTable.of(table, options).columns()) {
      columns.add(column(column.name(), titles(column), datatype(column.kind()), taken));
    }
    Provenance.columns(table.first(), options, origin)
        .keySet()
        .forEach(name -> columns.add(column(name, name, "string", taken)));
    if (table.follows() || !table.cut().isEmpty()) {
      columns.add(column(CsvSheet.TRUNCATED, CsvSheet.TRUNCATED, "string", taken));
    }
    return columns;
  }

  private static Map<String, Object> column(
      String name, Object titles, Object datatype, Set<String> taken) {
    // CSVW names are used in addresses, where a dot has a meaning of its own, and those that begin
    // with an underscore are reserved. An alias may look like a path, so the number tells them
    // apart.
    String plain = name.replace('.', '_').replaceFirst("^_", "x_");
    String own = plain;
    for (int n = 2; !taken.add(own); n++) {
      own = plain + "_" + n;
    }
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", own);
    column.put("titles", titles);
    column.put("datatype", datatype);
    return column;
  }

  /** The heading as it stands in the file, by which readers find the column, and its words. */
  private static Map<String, Object> titles(TableColumn column) {
    Map<String, Object> titles = new LinkedHashMap<>();
    titles.put("und", column.title());
    titles.put("de", column.words().de());
    titles.put("en", column.words().in(Language.EN));
    return titles;
  }

  private Object datatype(CellKind kind) {
    return options.excelDe() && kind == CellKind.NUMBER
        ? Map.of("base", kind.csvw(), "format", Map.of("decimalChar", ","))
        : kind.csvw();
  }
}
