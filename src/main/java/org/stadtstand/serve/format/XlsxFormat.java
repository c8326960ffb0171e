package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;

import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Tables;

/** Answers as workbooks. */
@Component
@Order(2)
class XlsxFormat implements Format {

  static final String SUFFIX = "xlsx";

  private final Tables tables;

  XlsxFormat(Tables tables) {
    this.tables = tables;
  }

  @Override
  public String suffix() {
    return SUFFIX;
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public FileForm with(Map<String, String> parameters) {
    FileOptions options = FileOptions.of(parameters, Set.of(LABELS, EXPLODE, ALL));
    return new XlsxForm(tables, mediaType(), options);
  }
}
