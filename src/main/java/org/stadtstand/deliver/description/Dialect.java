package org.stadtstand.deliver.description;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.Charset;

/** The CSV dialect of a table. */
public record Dialect(Charset encoding, char delimiter, char quote, boolean header) {

  public CsvReader.CsvReaderBuilder reader(int maxBuffer) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(true)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .allowExtraCharsAfterClosingQuote(false)
        .trimWhitespacesAroundQuotes(true)
        .detectBomHeader(false)
        .maxBufferSize(maxBuffer);
  }
}
