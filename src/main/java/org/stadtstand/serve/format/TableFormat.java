package org.stadtstand.serve.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Representation.Flow;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;

/** A format that shows an answer as rows. An answer with errors has no file. */
interface TableFormat extends Format {

  AnswerTables tables();

  FileOptions options();

  FileOrigin origin();

  /** A table has a name of its own as a file. */
  @Override
  String suffix();

  /** The parameters that it takes. */
  Set<String> parameters();

  TableFormat with(FileOptions options, FileOrigin origin);

  /** Whether the file carries its permanent link. */
  default boolean isLinked() {
    return true;
  }

  /** Asks for the table that the file holds. */
  default Optional<List<AskedTable>> asked(Inquiry inquiry) {
    return tables().ask(inquiry, options(), nested()).map(List::of);
  }

  /** The file for tables of one answer, whose first page was answered completely. */
  Representation file(List<AskedTable> tables);

  /** A file that carries its name, for tables of one answer. */
  default Representation file(List<AskedTable> tables, String contentType, Flow flow) {
    AskedTable first = tables.getFirst();
    Map<String, String> headers = FileHeaders.of(tables, origin(), suffix());
    return Representation.ofFile(first.first(), contentType, headers, first.follows(), flow);
  }

  @Override
  default TableFormat with(Map<String, String> parameters) {
    return with(FileOptions.of(parameters, parameters()), origin());
  }

  @Override
  default TableFormat from(FileOrigin origin) {
    return with(options(), origin.forFile(isLinked()));
  }

  /** Whether rows keep their nested values. */
  default boolean nested() {
    return false;
  }

  @Override
  default Representation write(Inquiry inquiry) {
    List<AskedTable> asked = asked(inquiry).orElse(List.of());
    if (!asked.isEmpty()) {
      Answer first = asked.getFirst().first();
      return first.whole() ? file(asked).with(origin().keeping()) : Refusals.of(first);
    }
    Answer answer = inquiry.answer();
    if (answer.whole()) {
      // An archived answer may outlast the schema that its question was valid for.
      throw new ApiError(
          ErrorCode.NOT_A_TABLE,
          "The question does not fit the schema any more, so its archived answer has no columns.",
          "Take the archived answer as JSON.");
    }
    return Refusals.of(answer);
  }
}
