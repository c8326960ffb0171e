package org.stadtstand.serve.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.chain.CanonicalForm;
import org.stadtstand.record.time.StateName;

/**
 * An entry in the log of citations: which answer was cited, and what the log was until then.
 *
 * @param number 1, 2, 3 … of the installation
 * @param question the id of the stored question
 * @param state the whole state it was asked at
 * @param data the SHA-256 of the answer's data in canonical form
 * @param answer that of the archived bytes; null if they were not archived
 * @param previous the hash of the entry before; null for the first
 * @param hash covers everything else
 */
record CitationEntry(
    int number,
    String question,
    StateName state,
    String data,
    @Nullable String answer,
    LocalDate citedOn,
    @Nullable String previous,
    String hash) {

  /** What is cited, before it has its place in the log. */
  record Cited(
      String question, StateName state, String data, @Nullable String answer, LocalDate citedOn) {

    CitationEntry after(@Nullable CitationEntry last) {
      CitationEntry open =
          new CitationEntry(
              last == null ? 1 : last.number + 1,
              question,
              state,
              data,
              answer,
              citedOn,
              last == null ? null : last.hash,
              "");
      return new CitationEntry(
          open.number, question, state, data, answer, citedOn, open.previous, open.expectedHash());
    }
  }

  /** Whether nothing is left to be entered: the answer is archived, or cannot be now either. */
  boolean says(Cited cited) {
    return answer != null || cited.answer() == null;
  }

  static CitationEntry read(ResultSet row) throws SQLException {
    return new CitationEntry(
        row.getInt("number"),
        row.getString("question"),
        new StateName(
            row.getString("municipality"),
            row.getInt("release"),
            row.getObject("day", LocalDate.class)),
        row.getString("data"),
        row.getString("answer"),
        row.getObject("cited_on", LocalDate.class),
        row.getString("previous"),
        row.getString("hash"));
  }

  /** What is published of the entry: nobody can read from it what was cited, and by whom. */
  String digest() {
    SortedMap<String, Object> values = new TreeMap<>();
    if (answer != null) {
      values.put("answer", answer);
    }
    values.put("cited_on", citedOn.toString());
    values.put("data", data);
    values.put("day", day().toString());
    values.put("municipality", state.municipality());
    values.put("question", question);
    values.put("release", String.valueOf(state.number()));
    return Sha256.hex(CanonicalForm.text("citation", String.valueOf(number), values));
  }

  /** The entry as everybody may read it. */
  String published() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("number", number);
    entry.put("digest", digest());
    entry.put("hash", hash);
    return JsonCodec.PLAIN.writeValueAsString(Map.of("citation", entry));
  }

  private String expectedHash() {
    SortedMap<String, Object> values = new TreeMap<>();
    values.put("citation", digest());
    if (previous != null) {
      values.put("previous", previous);
    }
    return Sha256.hex(CanonicalForm.text("seal", String.valueOf(number), values));
  }

  /** Whether no part of it was altered; whether the log was, only the whole log tells. */
  boolean intact() {
    return expectedHash().equals(hash);
  }

  String head() {
    return number + ":" + hash;
  }

  LocalDate day() {
    return Objects.requireNonNull(state.day());
  }
}
