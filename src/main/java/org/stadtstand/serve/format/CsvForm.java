package org.stadtstand.serve.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Rows;
import org.stadtstand.serve.table.TablePlanner;
import org.stadtstand.serve.table.Tables;

/** CSV with its parameters. */
record CsvForm(Tables tables, FileOptions options) implements FileForm {

  private static final String TYPE = "text/csv;charset=UTF-8;header=present";

  @Override
  public AnswerFile file(Question question, Answers answers) {
    return tables.file(question, answers, options, TablePlanner::plan, this::file);
  }

  private AnswerFile file(AskedTable table) {
    Map<String, String> headers = FileHeaders.of(table, CsvFormat.SUFFIX);
    boolean truncated = table.follows() || headers.containsKey(FileHeaders.TRUNCATED);
    return new AnswerFile(
        table.first(), TYPE, headers, table.follows(), out -> write(table, truncated, out));
  }

  private void write(AskedTable table, boolean truncated, OutputStream out) throws IOException {
    Map<String, String> provenance = options.meta() ? Provenance.columns(table.first()) : Map.of();
    CsvSheet sheet = new CsvSheet(out, table.plan().columns(), provenance, truncated, options);
    table.read(new Rows(table.plan(), sheet));
    sheet.flush();
  }
}
