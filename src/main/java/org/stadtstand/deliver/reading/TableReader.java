package org.stadtstand.deliver.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.Dialect;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordType;

/** Reads a table row by row; every mistake becomes a finding, and reading continues. */
final class TableReader {

  private static final int BUFFER = 1 << 16;

  private final RecordType type;
  private final Dialect dialect;
  private final Resource resource;
  private final RowReader rows;
  private final Findings findings;
  private final int maxField;
  private long count;
  private @Nullable CsvRecord blank;

  TableReader(RecordType type, Resource resource, RowReader rows, Findings findings, int maxField) {
    this.type = type;
    this.dialect = resource.dialect();
    this.resource = resource;
    this.rows = rows;
    this.findings = findings;
    this.maxField = maxField;
  }

  /** Returns whether the table could be read to the end; single bad rows do not matter. */
  boolean read(Path path, DeliveredRow.Sink sink) throws IOException {
    // An undecodable byte becomes U+FFFD here; the row reader then reports it with its cell.
    try (InputStream in =
            new BufferedInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), BUFFER);
        QuoteTracker quotes =
            new QuoteTracker(withoutMark(new InputStreamReader(in, dialect.encoding())), dialect);
        CsvReader<CsvRecord> csv =
            dialect.reader(Math.max(4 * maxField, BUFFER)).ofCsvRecord(quotes)) {
      return read(csv.iterator(), quotes, sink);
    }
  }

  private boolean read(Iterator<CsvRecord> records, QuoteTracker quotes, DeliveredRow.Sink sink)
      throws IOException {
    long line = 1;
    boolean whole = true;
    try {
      Header header = header(records);
      whole = records.hasNext() || quotes.openedAt() == 0;
      if (header == null || (whole && !rows.start(header))) {
        return false;
      }
      while (whole && records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        // The parser ends an open quote with the file, so only its last row can hold one.
        whole = records.hasNext() || quotes.openedAt() == 0;
        if (whole) {
          take(record, sink);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      whole = false;
    }
    if (!whole) {
      malformed(quotes.openedAt(), line);
    } else if (count == 0 && type.fullList()) {
      findings.add(TableRule.NO_ROWS, FindingPlace.file(resource.path()));
    }
    return whole;
  }

  private void malformed(long openedAt, long line) {
    if (openedAt > 0) {
      findings.add(TableRule.MALFORMED_CSV, FindingPlace.line(resource.path(), openedAt));
    } else {
      FindingPlace place = FindingPlace.line(resource.path(), line + 1);
      findings.add(
          TableRule.FIELD_TOO_LONG,
          place,
          new Text("mehr als " + maxField, "more than " + maxField),
          maxField);
    }
  }

  /** Rows without any value are ignored at the end, where spreadsheets leave them. */
  private void take(CsvRecord record, DeliveredRow.Sink sink) throws IOException {
    boolean empty = record.getFields().stream().allMatch(field -> CellReader.clean(field) == null);
    if (empty) {
      blank = blank == null ? record : blank;
      return;
    }
    if (blank != null) {
      rows.read(blank, sink);
      blank = null;
    }
    count++;
    if (rows.isHeader(record)) {
      FindingPlace place = FindingPlace.line(resource.path(), record.getStartingLineNumber());
      findings.add(TableRule.HEADER_AGAIN, place);
      return;
    }
    rows.read(record, sink);
  }

  private @Nullable Header header(Iterator<CsvRecord> records) {
    if (!dialect.header()) {
      return new Header(resource.schema().fields());
    }
    if (!records.hasNext()) {
      findings.add(TableRule.EMPTY_FILE, FindingPlace.file(resource.path()));
      return null;
    }
    List<String> names = records.next().getFields();
    // Names of columns are plain letters in every encoding but those of two bytes a letter.
    if (names.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
      findings.add(
          TableRule.WRONG_ENCODING,
          FindingPlace.line(resource.path(), 1),
          resource.path(),
          dialect.encoding().name());
      return null;
    }
    return new Header(names);
  }

  /** Skips the byte order mark that spreadsheets put in front, where the decoder leaves it. */
  private static Reader withoutMark(Reader in) throws IOException {
    PushbackReader pushback = new PushbackReader(in);
    int first = pushback.read();
    if (first >= 0 && first != '\uFEFF') {
      pushback.unread(first);
    }
    return pushback;
  }
}
