package org.stadtstand.serve.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.FileOptions;

/** Downloads answers as files inside a test. */
public final class Files {

  private final Formats formats;
  private final Answers answers;

  Files(Formats formats, Answers answers) {
    this.formats = formats;
    this.answers = answers;
  }

  Representation file(String suffix, String document, String... parameters) {
    Map<String, String> given = new java.util.LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    return format(suffix).with(given).write(new Inquiry(Question.now(document), answers));
  }

  Format format(String suffix) {
    return formats.ofQuestions().stream()
        .filter(format -> suffix.equals(format.suffix()))
        .findFirst()
        .orElseThrow();
  }

  static FileOptions dialect(boolean excelDe) {
    return FileOptions.of(
        Map.of(FileOptions.DIALECT, excelDe ? "excel-de" : "standard"),
        Set.of(FileOptions.DIALECT));
  }

  static byte[] bytes(Representation file) {
    return switch (file.content()) {
      case Representation.Bytes(byte[] bytes) -> bytes;
      case Representation.Stored stored -> throw new AssertionError(stored);
      case Representation.Flow flow -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
          flow.writeTo(out);
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        yield out.toByteArray();
      }
    };
  }

  static String text(Representation file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  String csv(String document, String... parameters) {
    return text(file("csv", document, parameters));
  }

  /** The lines of a CSV as lists of cells, heading first. */
  List<List<String>> cells(String document, String... parameters) {
    return read(csv(document, parameters));
  }

  public static List<List<String>> read(String csv) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
