package org.stadtstand.export;

import static org.stadtstand.export.FileOptions.ALL;
import static org.stadtstand.export.FileOptions.DIALECT;
import static org.stadtstand.export.FileOptions.EXPLODE;
import static org.stadtstand.export.FileOptions.LABELS;
import static org.stadtstand.export.FileOptions.META;

import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

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
