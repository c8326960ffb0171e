package org.stadtstand.serve.table;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** The names of schema fields in words, taken from the columns that they show. */
@Component
class ColumnWords {

  private static final Map<String, Text> COMMON =
      Map.ofEntries(
          entry("key", new Text("Schlüssel", "key")),
          entry("citation", new Text("Zitat", "citation")),
          entry("sourceUrl", new Text("Adresse der Quelle", "address of the source")),
          entry("totalCount", new Text("Anzahl", "count")),
          entry("undecidedCount", new Text("Anzahl ohne Angabe", "count not known")),
          entry("count", new Text("Anzahl", "count")),
          entry("percent", new Text("Prozent", "per cent")),
          entry("share", new Text("Anteil in Prozent", "share in per cent")),
          entry("members", new Text("auf der Liste", "on the list")),
          entry("online", new Text("online zu beantragen", "online")),
          entry("endToEnd", new Text("durchgehend digital", "digital throughout")),
          entry("unassessed", new Text("nie bewertet", "never assessed")));

  private final Map<String, RecordType> types = new HashMap<>();

  ColumnWords(RecordTypes types) {
    types.all().forEach(type -> this.types.put(type.typeName(), type));
  }

  /** The heading for a field; its key if the field has no words, or has an alias. */
  String title(SelectedField field, @Nullable Language language) {
    if (language == null || !field.key().equals(field.field())) {
      return field.key();
    }
    return column(field.parentType(), field.field())
        .map(column -> capital(column.label(language)))
        .or(
            () ->
                Optional.ofNullable(COMMON.get(field.field()))
                    .map(text -> capital(text.in(language))))
        .orElse(field.key());
  }

  /** The heading of the column that gives a value in words. */
  String labelled(String title, Language language) {
    return title + (language == Language.DE ? " (in Worten)" : " (in words)");
  }

  private Optional<Column> column(String typeName, String field) {
    String name = field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    RecordType type = types.get(typeName);
    return type == null
        ? Optional.empty()
        : Stream.of(name, name + "_de").flatMap(each -> type.column(each).stream()).findFirst();
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
