package org.stadtstand.graph.schema;

import graphql.language.FieldDefinition;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.execution.Field;
import org.stadtstand.graph.execution.PropertyFetcher;
import org.stadtstand.graph.execution.StatedWords;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.Names;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.StandIn;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Ref;

/**
 * Wires the fields that follow from the schema's conventions, the same for all types: {@code id},
 * {@code asKnown}, a text in a language, a label beside an enum, a precision beside a date, and a
 * field on another day.
 */
final class ConventionalFields {

  private final SchemaWiring wiring;
  private final String typeName;
  private final Class<?> javaType;
  private final Function<Object, @Nullable Object> translation;

  ConventionalFields(SchemaWiring wiring, String typeName, Class<?> javaType) {
    this.wiring = wiring;
    this.typeName = typeName;
    this.javaType = javaType;
    this.translation = Accessors.find(javaType, "translation").orElse(record -> null);
  }

  void wire(FieldDefinition definition) {
    String name = definition.getName();
    if (wiring.has(typeName, name)) {
      return;
    }
    switch (name) {
      case "id" -> wireId(definition);
      case "asKnown" -> wiring.<Pinned>field(typeName, name, this::asKnown);
      case "translation" ->
          wiring.direct(typeName, name, DirectFetcher.worded(this::translation).ofUnread());
      case "translationLabel" ->
          wiring.direct(
              typeName,
              name,
              DirectFetcher.worded(
                      (record, language) -> translation(record, language).label(language))
                  .ofUnread());
      default -> {
        Field<? extends Pinned> everywhere = wiring.everywhere(name);
        if (everywhere != null && Pinned.class.isAssignableFrom(javaType)) {
          wiring.field(typeName, name, everywhere);
        } else {
          wireValue(definition, name);
        }
      }
    }
  }

  /** What has an id of its own keeps it; a record's id follows from its key and its state. */
  private void wireId(FieldDefinition definition) {
    if (Pinned.class.isAssignableFrom(javaType) && Accessors.find(javaType, "id").isEmpty()) {
      wiring.property(typeName, "id", record -> NodeId.of(typeName, (Pinned) record));
    } else {
      wireValue(definition, "id");
    }
  }

  private void wireValue(FieldDefinition definition, String name) {
    Function<Object, @Nullable Object> property =
        Accessors.find(javaType, name).or(() -> label(name)).or(() -> precision(name)).orElse(null);
    if (property == null) {
      return;
    }
    boolean takesDay = has(definition, "on");
    boolean takesLanguage = has(definition, "lang");
    StatedWords worded = new StatedWords(worded(property, name), origin(name));
    if (takesDay) {
      wiring.direct(typeName, name, onDay(worded).ofUnread());
    } else if (takesLanguage) {
      wiring.direct(typeName, name, worded.fetcher());
    } else {
      wiring.put(
          typeName, name, new PropertyFetcher(record -> latest(property.apply(record)), true));
    }
  }

  private Optional<Function<Object, @Nullable Object>> label(String name) {
    return name.endsWith("Label")
        ? Accessors.find(javaType, name.substring(0, name.length() - "Label".length()))
        : Optional.empty();
  }

  /**
   * Where the choice of a label is from, if something may stand in for it: from the record itself,
   * or from the event whose number is beside it as {@code …EventRecord}.
   */
  private StatedWords.@Nullable Origin origin(String name) {
    String field = name.replaceFirst("Label$", "");
    if (field.equals(name) || !Pinned.class.isAssignableFrom(javaType)) {
      return null;
    }
    String column = Names.column(field);
    Function<Object, @Nullable Object> event =
        Accessors.find(javaType, field + "EventRecord").orElse(null);
    return event == null && !standsIn(column)
        ? null
        : new StatedWords.Origin(
            column, event == null ? record -> ((Pinned) record).record() : event);
  }

  private boolean standsIn(String column) {
    ListedType<?> type = wiring.types().find(typeName);
    RecordType table = type == null ? null : type.recordType();
    return table != null && table.column(column).map(StandIn::of).isPresent();
  }

  private Optional<Function<Object, @Nullable Object>> precision(String name) {
    if (!name.endsWith("Precision")) {
      return Optional.empty();
    }
    return Accessors.find(javaType, name.substring(0, name.length() - "Precision".length()))
        .map(
            date ->
                record ->
                    date.apply(record) instanceof PartialDate known ? known.precision() : null);
  }

  private @Nullable Object asKnown(Pinned record, DataFetchingEnvironment environment) {
    Pin then = Arguments.basis(environment).asKnown(record.pin(), Arguments.at(environment));
    return wiring.read(type(), new Ref(record.record(), then), environment);
  }

  /** On the record's own day it is in memory; for another day the record is read as of that day. */
  private DirectFetcher onDay(StatedWords worded) {
    return DirectFetcher.<Pinned>of(
        (record, environment) -> {
          LocalDate on = Arguments.on(environment);
          Language language = Arguments.language(environment);
          BiFunction<Object, Language, @Nullable Object> words = worded.of(environment);
          return on == null
              ? words.apply(record, language)
              : wiring.read(
                  type(),
                  new Ref(record.record(), record.pin().on(on)),
                  environment,
                  then -> words.apply(then, language));
        },
        (arguments, hand) -> {
          Language language = Arguments.language(arguments);
          BiFunction<Object, Language, @Nullable Object> words = worded.of(hand);
          return arguments.get("on") == null ? record -> words.apply(record, language) : null;
        });
  }

  private ListedType<?> type() {
    ListedType<?> type = wiring.types().find(typeName);
    if (type == null) {
      throw new IllegalStateException(typeName + " is not read by number");
    }
    return type;
  }

  private Translation translation(Object record, Language language) {
    if (language == Language.DE) {
      return Translation.ORIGINAL;
    }
    return translation.apply(record) instanceof Translation known ? known : Translation.MISSING;
  }

  private static BiFunction<Object, Language, @Nullable Object> worded(
      Function<Object, @Nullable Object> property, String name) {
    boolean isLabel = name.endsWith("Label");
    return (record, language) -> {
      Object value = property.apply(record);
      return switch (value) {
        case Text text -> text.in(language);
        case LabelledChoice labelled when isLabel -> labelled.label(language);
        case PartialDate date when isLabel -> new Figures(language).inSentence(date);
        case null, default -> latest(value);
      };
    };
  }

  private static @Nullable Object latest(@Nullable Object value) {
    return value instanceof PartialDate date ? date.latest() : value;
  }

  private static boolean has(FieldDefinition definition, String argument) {
    return definition.getInputValueDefinitions().stream()
        .anyMatch(input -> input.getName().equals(argument));
  }
}
