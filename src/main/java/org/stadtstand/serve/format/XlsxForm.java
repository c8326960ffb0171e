package org.stadtstand.serve.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Rows;
import org.stadtstand.serve.table.TablePlanner;
import org.stadtstand.serve.table.Tables;

/** A workbook with its parameters: the table, and a second sheet that says where it is from. */
record XlsxForm(Tables tables, String mediaType, FileOptions options) implements FileForm {

  @Override
  public AnswerFile file(Question question, Answers answers) {
    return tables.file(
        question, answers, options, TablePlanner::plan, table -> file(table, question));
  }

  private AnswerFile file(AskedTable table, Question question) {
    return new AnswerFile(
        table.first(),
        mediaType,
        FileHeaders.of(table, XlsxFormat.SUFFIX),
        table.follows(),
        out -> write(table, question, out));
  }

  private void write(AskedTable table, Question question, OutputStream out) throws IOException {
    // Not closed: closing would close the stream of whoever asked. Nothing else is held open.
    Workbook workbook = new Workbook(out, "Stadtstand", null);
    XlsxSheet sheet = new XlsxSheet(workbook, table.plan().columns(), options.labels());
    Set<String> cut = table.read(new Rows(table.plan(), sheet));
    sheet.finish();
    SourceSheet.write(workbook, table.first(), question, cut, sheet.shortened());
    workbook.finish();
  }
}
