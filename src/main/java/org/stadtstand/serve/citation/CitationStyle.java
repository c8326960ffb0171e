package org.stadtstand.serve.citation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;

/** The formats in which reference managers read a citation. */
public enum CitationStyle {
  BIBTEX("bib", "application/x-bibtex;charset=UTF-8") {
    @Override
    public String write(AnswerCitation citation) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("title", citation.title());
      fields.put("publisher", String.join("; ", citation.publishers()));
      fields.put("date", citation.issued().toString());
      fields.put("year", String.valueOf(citation.issued().getYear()));
      fields.put("version", String.join("; ", citation.states()));
      fields.put("note", citation.note());
      String written =
          fields.entrySet().stream()
              .map(field -> "  %s = {%s},\n".formatted(field.getKey(), tex(field.getValue())))
              .collect(Collectors.joining());
      // A second pair of braces marks a body, whose name is not one of a person.
      String authors =
          citation.publishers().stream()
              .map(publisher -> "{" + tex(publisher) + "}")
              .collect(Collectors.joining(" and "));
      // BibTeX takes an address verbatim.
      return "@dataset{%s,\n  author = {%s},\n%s  url = {%s},\n  urldate = {%s}\n}\n"
          .formatted(citation.id(), authors, written, citation.url(), citation.accessed());
    }
  },
  RIS("ris", "application/x-research-info-systems;charset=UTF-8") {
    @Override
    public String write(AnswerCitation citation) {
      StringBuilder ris = new StringBuilder();
      line(ris, "TY", "DATA");
      line(ris, "ID", citation.id());
      line(ris, "TI", citation.title());
      citation.publishers().forEach(publisher -> line(ris, "AU", publisher));
      citation.publishers().forEach(publisher -> line(ris, "PB", publisher));
      line(ris, "PY", String.valueOf(citation.issued().getYear()));
      line(ris, "DA", citation.issued().toString().replace('-', '/'));
      line(ris, "ET", String.join("; ", citation.states()));
      line(ris, "UR", citation.url());
      line(ris, "Y2", citation.accessed().toString().replace('-', '/'));
      line(ris, "N1", citation.note());
      line(ris, "ER", "");
      return ris.toString();
    }
  },
  CSL("csl.json", "application/vnd.citationstyles.csl+json") {
    @Override
    public String write(AnswerCitation citation) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", citation.id());
      item.put("type", "dataset");
      item.put("title", citation.title());
      item.put("author", citation.publishers().stream().map(CitationStyle::corporate).toList());
      item.put("publisher", String.join("; ", citation.publishers()));
      item.put("issued", date(citation.issued()));
      item.put("version", String.join("; ", citation.states()));
      item.put("URL", citation.url());
      item.put("accessed", date(citation.accessed()));
      item.put("note", citation.note());
      // The schema has no field for it and allows no other names.
      item.put("custom", Map.of("license", String.join("; ", citation.licences())));
      return JsonCodec.PLAIN.writeValueAsString(List.of(item));
    }
  };

  private final String suffix;
  private final String mediaType;

  CitationStyle(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  public abstract String write(AnswerCitation citation);

  public String mediaType() {
    return mediaType;
  }

  String suffix() {
    return suffix;
  }

  public static Optional<CitationStyle> of(@Nullable String suffix) {
    return Arrays.stream(values()).filter(style -> style.suffix.equals(suffix)).findFirst();
  }

  /** Writes one RIS line; a line break in the value would start another field. */
  private static void line(StringBuilder ris, String tag, String value) {
    ris.append(tag).append("  - ").append(value.replaceAll("\\s+", " ")).append("\r\n");
  }

  private static String tex(String text) {
    StringBuilder tex = new StringBuilder();
    for (char unit : text.replaceAll("\\s+", " ").toCharArray()) {
      switch (unit) {
        case '\\' -> tex.append("\\textbackslash{}");
        case '~' -> tex.append("\\textasciitilde{}");
        case '^' -> tex.append("\\textasciicircum{}");
        case '{', '}', '%', '&', '#', '_', '$' -> tex.append('\\').append(unit);
        default -> tex.append(unit);
      }
    }
    return tex.toString();
  }

  private static Map<String, String> corporate(String name) {
    return Map.of("literal", name);
  }

  private static Map<String, Object> date(LocalDate day) {
    List<Integer> parts = List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    return Map.of("date-parts", List.of(parts));
  }
}
