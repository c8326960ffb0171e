package org.stadtstand.serve.request;

import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A question in its canonical form: the document without comments and layout, and only the
 * variables it declares, sorted. Questions that are bound to have the same answer in every state
 * share this form, as far as that can be seen without asking them.
 *
 * @param content the canonical JSON of document, operation and variables
 * @param id names the content: the beginning of its SHA-256 in lower-case base32
 */
public record CanonicalQuestion(Question question, String content, String id) {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 26;

  public static CanonicalQuestion of(Question question) {
    return of(question, ParsedDocument.of(question.document()));
  }

  /** The same for a question whose document has been parsed already. */
  public static CanonicalQuestion of(Question question, ParsedDocument document) {
    List<OperationDefinition> operations = document.operations();
    // The name of the only operation means nothing.
    String operation = operations.size() == 1 ? null : question.operation();
    Map<String, @Nullable Object> variables = declared(operations, question.variables());
    String content = content(document.compact(), operation, variables);
    return new CanonicalQuestion(
        new Question(document.compact(), operation, variables, null), content, id(content));
  }

  /** The document laid out for reading. */
  public String readable() {
    return ParsedDocument.of(question.document()).readable();
  }

  private static Map<String, @Nullable Object> declared(
      List<OperationDefinition> operations, Map<String, @Nullable Object> given) {
    Set<String> names =
        operations.stream()
            .flatMap(operation -> operation.getVariableDefinitions().stream())
            .map(VariableDefinition::getName)
            .collect(Collectors.toSet());
    Map<String, @Nullable Object> kept = new HashMap<>(given);
    kept.keySet().retainAll(names);
    return kept;
  }

  private static String content(
      String document, @Nullable String operation, Map<String, @Nullable Object> variables) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("query", document);
    if (operation != null) {
      members.put("operationName", operation);
    }
    if (!variables.isEmpty()) {
      members.put("variables", variables);
    }
    try {
      return CanonicalJson.of(members);
    } catch (IllegalArgumentException e) {
      throw new ApiError(
          ErrorCode.BAD_REQUEST,
          "The question cannot be written as JSON: " + e.getMessage() + ".",
          "Send text as whole characters and numbers that are finite.");
    }
  }

  public static boolean isId(String name) {
    return name.length() == ID_LENGTH
        && name.chars().allMatch(letter -> BASE32.indexOf(letter) >= 0);
  }

  /** The name of a content: what is stored under another one was altered. */
  public static String id(String content) {
    byte[] hash = Sha256.of(content);
    StringBuilder id = new StringBuilder();
    for (int bit = 0; id.length() < ID_LENGTH; bit += 5) {
      int two = (hash[bit / 8] & 0xff) << 8 | hash[bit / 8 + 1] & 0xff;
      id.append(BASE32.charAt(two >> 11 - bit % 8 & 31));
    }
    return id.toString();
  }
}
