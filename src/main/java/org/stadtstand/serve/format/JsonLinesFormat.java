package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.META;

import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Tables;

/** Answers as JSON Lines. */
@Component
@Order(3)
class JsonLinesFormat implements Format {

  static final String SUFFIX = "jsonl";

  private final Tables tables;

  JsonLinesFormat(Tables tables) {
    this.tables = tables;
  }

  @Override
  public String suffix() {
    return SUFFIX;
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson";
  }

  @Override
  public FileForm with(Map<String, String> parameters) {
    return new JsonLinesForm(tables, FileOptions.of(parameters, Set.of(ALL, META)));
  }
}
