package org.stadtstand.serve.format;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;

/**
 * An answer as JSON, with its status under GraphQL over HTTP.
 *
 * @param mediaType under which it is sent
 * @param lenient whether an invalid document gets 200: a caller that accepts {@code
 *     application/json} cannot tell an error of ours from a proxy's
 * @param edition2026 whether to use the status codes of the edition of September 2026
 */
public record JsonFormat(String mediaType, boolean lenient, boolean edition2026) implements Format {

  static final String TYPE = "application/json";
  static final String RESPONSE_TYPE = "application/graphql-response+json";

  static final JsonFormat PLAIN = new JsonFormat(TYPE, true, false);

  private static final int PARTLY = 294;

  /** The JSON to use in place of a format where only JSON will do. */
  public static JsonFormat of(Format format) {
    return format instanceof JsonFormat json ? json : PLAIN;
  }

  @Override
  public String suffix() {
    return "json";
  }

  /** JSON has no parameters; it ignores those of other formats. */
  @Override
  public JsonFormat with(Map<String, String> parameters) {
    return this;
  }

  /** A body that is no answer, such as a cost explanation; it must not be cached. */
  public Representation remark(Map<String, String> headers, Map<String, ?> body) {
    byte[] bytes = JsonWriter.write(body);
    return new Representation(
        200,
        contentType(),
        headers,
        new Representation.Bytes(bytes),
        null,
        Representation.Keeping.NOBODY);
  }

  String contentType() {
    return mediaType + ";charset=UTF-8";
  }

  @Override
  public Representation write(Inquiry inquiry) {
    Answer answer = inquiry.answer();
    return write(answer.result(), answer);
  }

  /** A refusal under the engine's rules: nothing was executed, but the request is well-formed. */
  Representation refuse(GraphQLError error) {
    return write(ExecutionResult.newExecutionResult().addError(error).build(), null);
  }

  private Representation write(ExecutionResult result, @Nullable Answer answer) {
    List<GraphQLError> errors = result.getErrors();
    ErrorCode refusal =
        errors.isEmpty() || Answer.holdsAnything(result) ? null : Answer.code(errors.getFirst());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!errors.isEmpty()) {
      body.put("errors", Faults.written(errors));
    }
    if (refusal == null) {
      body.put("data", result.getData());
    }
    if (result.getExtensions() != null) {
      body.put("extensions", result.getExtensions());
    }
    return new Representation(
        refusal == null ? status(errors) : status(refusal, answer),
        contentType(),
        refusal == null ? Map.of() : Refusals.headers(refusal),
        new Representation.Bytes(JsonWriter.write(body)),
        answer == null ? null : answer.basis(),
        Representation.Keeping.ALL.onlyIf(answer != null && answer.whole()));
  }

  /** The status of an answer, whole or partial. */
  private int status(List<GraphQLError> errors) {
    return errors.isEmpty() || lenient || !edition2026 ? 200 : PARTLY;
  }

  /** The status when nothing was answered; for lenient callers the standard asks for 200. */
  private int status(ErrorCode refusal, @Nullable Answer answer) {
    boolean noDocument =
        answer == null || refusal == ErrorCode.SYNTAX || refusal == ErrorCode.VALIDATION;
    return lenient && noDocument && refusal.retryAfter() == 0 ? 200 : status(refusal);
  }

  /** The status of a refusal with this code. */
  int status(ErrorCode code) {
    return edition2026 && !lenient ? code.newStatus() : code.status();
  }
}
