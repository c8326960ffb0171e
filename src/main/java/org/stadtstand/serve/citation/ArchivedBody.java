package org.stadtstand.serve.citation;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;

/**
 * The bytes of an archived answer. The day it was asked for is left out, because the entry in the
 * log has it: the same data, cited for a hundred days, are the same bytes.
 */
final class ArchivedBody {

  private static final String DAY = "day";

  /** Counted from another member to the day, and so no part of the bytes either. */
  private static final String AGE = "ageInDays";

  private ArchivedBody() {}

  /** Data and extensions, without the cost on the day, which is of no later use. */
  static byte[] write(Answer answer, LocalDate day) {
    Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
    extensions.put(
        Answer.DATASETS,
        answer.datasets().stream()
            .map(StateDescription::members)
            .map(members -> withoutDay(members, day))
            .toList());
    String link = answer.permanentLink();
    extensions.put(
        Answer.PERMANENT_LINK,
        link != null && link.endsWith(suffix(day))
            ? link.substring(0, link.length() - suffix(day).length())
            : link);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("data", answer.result().getData());
    body.put("extensions", extensions);
    return JsonCodec.PLAIN.writeValueAsBytes(body);
  }

  @SuppressWarnings("unchecked")
  static ExecutionResult read(byte[] bytes, LocalDate day) {
    Map<String, @Nullable Object> body = JsonCodec.PLAIN.readValue(bytes, Map.class);
    Map<Object, @Nullable Object> extensions =
        new LinkedHashMap<>((Map<Object, @Nullable Object>) body.get("extensions"));
    extensions.computeIfPresent(
        Answer.DATASETS,
        (name, all) -> ((List<Map<?, ?>>) all).stream().map(each -> withDay(each, day)).toList());
    extensions.computeIfPresent(
        Answer.PERMANENT_LINK,
        (name, link) -> link.toString().endsWith(suffix(day)) ? link : link + suffix(day));
    return ExecutionResultImpl.newExecutionResult()
        .data(body.get("data"))
        .extensions((Map) extensions)
        .build();
  }

  private static String suffix(LocalDate day) {
    return "_" + day;
  }

  private static Map<?, ?> withoutDay(Map<?, ?> members, LocalDate day) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>(members);
    if (day.toString().equals(changed.get(DAY))) {
      changed.put(DAY, null);
      changed.replace(AGE, null);
    }
    return changed;
  }

  private static Map<?, ?> withDay(Map<?, ?> members, LocalDate day) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>(members);
    if (changed.containsKey(DAY) && changed.get(DAY) == null) {
      changed.put(DAY, day.toString());
      changed.replace(AGE, age(changed.get("standsFor"), day));
    }
    return changed;
  }

  private static @Nullable Object age(@Nullable Object standsFor, LocalDate day) {
    long days =
        standsFor == null
            ? -1
            : ChronoUnit.DAYS.between(LocalDate.parse(standsFor.toString()), day);
    return days < 0 ? null : days;
  }
}
