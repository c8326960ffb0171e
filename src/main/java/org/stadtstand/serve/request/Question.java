package org.stadtstand.serve.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.NormalForm;
import org.stadtstand.record.time.StateName;

/**
 * A question, however it arrived.
 *
 * @param operation which operation of the document is meant; null if it has only one
 * @param state the state that a permanent link names; null for now
 * @param name the id under which it is stored and was asked; null if it arrived in another way
 * @param asked the caller's original question if this one selects more; links lead to that one
 */
public record Question(
    String document,
    @Nullable String operation,
    Map<String, @Nullable Object> variables,
    @Nullable StateName state,
    @Nullable String name,
    @Nullable Question asked) {

  /** A question from outside; its texts are composed here, those of its document when parsed. */
  public Question(
      String document,
      @Nullable String operation,
      Map<String, @Nullable Object> variables,
      @Nullable StateName state) {
    this(document, operation, NormalForm.asked(variables), state, null, null);
  }

  public static Question now(String document) {
    return new Question(document, null, Map.of(), null);
  }

  public Question at(@Nullable StateName state) {
    return new Question(document, operation, variables, state, name, asked);
  }

  public Question called(String name) {
    return new Question(document, operation, variables, state, name, asked);
  }

  /** The same question with a document that selects more than the caller did. */
  public Question rewritten(String document, Map<String, @Nullable Object> variables) {
    return new Question(document, null, variables, state, name, asked == null ? this : asked);
  }

  /** The question as its caller put it. */
  public Question asPut() {
    return asked == null ? this : asked;
  }
}
