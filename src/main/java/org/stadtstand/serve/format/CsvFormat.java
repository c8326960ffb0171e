package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.DIALECT;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;
import static org.stadtstand.serve.table.FileOptions.META;

import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Tables;

/** Answers as CSV. */
@Component
@Order(1)
class CsvFormat implements Format {

  static final String SUFFIX = "csv";
  static final Set<String> PARAMETERS = Set.of(DIALECT, META, LABELS, EXPLODE, ALL);

  private final Tables tables;

  CsvFormat(Tables tables) {
    this.tables = tables;
  }

  @Override
  public String suffix() {
    return SUFFIX;
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public FileForm with(Map<String, String> parameters) {
    return new CsvForm(tables, FileOptions.of(parameters, PARAMETERS));
  }
}
