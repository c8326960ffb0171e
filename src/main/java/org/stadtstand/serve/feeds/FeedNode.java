package org.stadtstand.serve.feeds;

import graphql.GraphQLError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.request.Question;

/** An object of an answer to one of the feeds' own documents. */
record FeedNode(Map<?, ?> members) {

  /** The whole answer; refuses what the engine refuses. */
  static FeedNode of(Inquiry inquiry, Question question) {
    Answer answer = inquiry.answer(question);
    if (!answer.whole()) {
      GraphQLError error = answer.result().getErrors().getFirst();
      Map<?, ?> told = Objects.requireNonNullElse(error.getExtensions(), Map.of());
      throw new ApiError(
          answer.codes().getFirst(),
          Objects.requireNonNull(error.getMessage()),
          told.get("hint") instanceof String hint
              ? hint
              : "Look at /docs/api for what a feed can be asked.");
    }
    return of(answer);
  }

  static FeedNode of(Answer answer) {
    Map<?, ?> data = answer.result().getData();
    return new FeedNode(data == null ? Map.of() : data);
  }

  /** The object in a field; one without fields if there is none. */
  FeedNode in(String field) {
    return new FeedNode(members.get(field) instanceof Map<?, ?> inner ? inner : Map.of());
  }

  List<FeedNode> list(String field) {
    return members.get(field) instanceof List<?> all
        ? all.stream().map(each -> new FeedNode((Map<?, ?>) each)).toList()
        : List.of();
  }

  @Nullable String text(String field) {
    Object value = members.get(field);
    return value == null ? null : value.toString();
  }

  String required(String field) {
    return Objects.requireNonNull(text(field), field);
  }

  int number(String field) {
    return Integer.parseInt(required(field));
  }

  boolean is(String field) {
    return Boolean.TRUE.equals(members.get(field));
  }
}
