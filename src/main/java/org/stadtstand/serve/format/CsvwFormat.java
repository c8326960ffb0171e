package org.stadtstand.serve.format;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Tables;

/**
 * The description of an answer's CSV as CSV on the Web knows it: columns, types, source, licence.
 * It takes the parameters of the CSV that it describes.
 */
@Component
@Order(4)
class CsvwFormat implements Format {

  static final String SUFFIX = "csv-metadata.json";

  private final Tables tables;

  CsvwFormat(Tables tables) {
    this.tables = tables;
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
  public FileForm with(Map<String, String> parameters) {
    return new CsvwForm(tables, FileOptions.of(parameters, CsvFormat.PARAMETERS));
  }
}
