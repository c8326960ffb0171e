package org.stadtstand.deliver.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.declaration.RecordType;

/** Reads a table row by row; every mistake becomes a finding, and reading continues. */
final class TableReader {

  private final RecordType type;
  private final Dialect dialect;
  private final Resource resource;
  private final RowReader rows;
  private final Findings findings;
  private final int maxField;

  TableReader(RecordType type, Resource resource, RowReader rows, Findings findings, int maxField) {
    this.type = type;
    this.dialect = resource.dialect();
    this.resource = resource;
    this.rows = rows;
    this.findings = findings;
    this.maxField = maxField;
  }

  /** Returns whether the table could be read to the end; single bad rows do not matter. */
  boolean read(Path path, DeliveredRowSink sink) throws IOException {
    // An undecodable byte becomes U+FFFD here; the row reader then reports it with its cell.
    try (InputStream in =
            withoutMark(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        CsvReader<CsvRecord> csv =
            dialect
                .reader(Math.max(4 * maxField, 1 << 16))
                .ofCsvRecord(new InputStreamReader(in, dialect.encoding()))) {
      return read(csv.iterator(), sink);
    }
  }

  private boolean read(Iterator<CsvRecord> records, DeliveredRowSink sink) throws IOException {
    long line = 0;
    long count = 0;
    try {
      Header header = header(records);
      if (header == null || !rows.start(header)) {
        return false;
      }
      line = 1;
      while (records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        count++;
        rows.read(record, sink);
      }
    } catch (CsvParseException | UncheckedIOException e) {
      findings.add(TableRule.MALFORMED_CSV, FindingPlace.line(resource.path(), line + 1), maxField);
      return false;
    }
    if (count == 0 && type.fullList()) {
      findings.add(TableRule.NO_ROWS, FindingPlace.file(resource.path()));
    }
    return true;
  }

  private @Nullable Header header(Iterator<CsvRecord> records) {
    if (!dialect.header()) {
      return new Header(resource.fields());
    }
    if (!records.hasNext()) {
      findings.add(TableRule.EMPTY_FILE, FindingPlace.file(resource.path()));
      return null;
    }
    return new Header(records.next().getFields());
  }

  /** Skips the byte order mark that spreadsheets put in front of UTF-8. */
  private static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream pushback = new PushbackInputStream(in, 3);
    byte[] start = pushback.readNBytes(3);
    boolean mark =
        start.length == 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    if (!mark) {
      pushback.unread(start);
    }
    return pushback;
  }
}
