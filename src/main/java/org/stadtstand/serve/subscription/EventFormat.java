package org.stadtstand.serve.subscription;

import graphql.ExecutionResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.JsonFormat;
import org.stadtstand.serve.format.Representation;

/**
 * An answer as the content of an event. As it is a format, an answer is worked out and written once
 * for all who hear the same, and kept like any other.
 *
 * @param field under which the answer has what was subscribed to; empty for any question
 */
record EventFormat(String field) implements Format {

  static final String TYPE = "text/event-stream";

  /** Under which a question selects where its page ends, for the stream alone. */
  static final String PAGE = "stadtstandPage";

  /** What passes by itself. */
  private static final Set<ErrorCode> AGAIN =
      Set.of(
          ErrorCode.NOT_YET_HERE,
          ErrorCode.OVERLOADED,
          ErrorCode.TIMEOUT,
          ErrorCode.TOO_MANY_REQUESTS,
          ErrorCode.UNAVAILABLE);

  static boolean isPassing(ErrorCode code) {
    return AGAIN.contains(code);
  }

  @Override
  public @Nullable String suffix() {
    return null;
  }

  @Override
  public String mediaType() {
    return TYPE;
  }

  @Override
  public EventFormat with(Map<String, String> parameters) {
    return this;
  }

  @Override
  public Representation write(Inquiry inquiry) {
    Answer answer = inquiry.answer();
    ExecutionResult result = answer.result();
    Map<String, @Nullable Object> data = result.getData();
    Object subscribed = data == null || field.isEmpty() ? data : data.get(field);
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      body.put("errors", Faults.written(result.getErrors()));
    }
    if (subscribed != null) {
      body.put("data", field.isEmpty() ? data : Map.of(field, withoutPage(subscribed)));
    }
    if (result.getExtensions() != null) {
      body.put("extensions", result.getExtensions());
    }
    boolean again = answer.codes().stream().anyMatch(AGAIN::contains);
    return new Representation(
        200,
        TYPE,
        head(subscribed, again).fields(),
        JsonFormat.of(this).remark(Map.of(), body).content(),
        answer.basis(),
        Representation.Keeping.ALL.onlyIf(answer.whole()));
  }

  private static EventHead head(@Nullable Object subscribed, boolean again) {
    Object page = subscribed instanceof Map<?, ?> object ? object.get(PAGE) : null;
    return page instanceof Map<?, ?> known
        ? new EventHead(
            false,
            again,
            String.valueOf(known.get("endCursor")),
            Boolean.TRUE.equals(known.get("hasNextPage")),
            known.get("startCursor") == null)
        : new EventHead(subscribed == null, again, "", false, false);
  }

  private static Object withoutPage(Object subscribed) {
    if (!(subscribed instanceof Map<?, ?> object) || !object.containsKey(PAGE)) {
      return subscribed;
    }
    Map<Object, @Nullable Object> shown = new LinkedHashMap<>(object);
    shown.remove(PAGE);
    return shown;
  }
}
