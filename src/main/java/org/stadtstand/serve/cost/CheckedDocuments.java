package org.stadtstand.serve.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Documents that were parsed, checked against the limits and validated, kept by their text. What
 * was refused is not kept, so that nobody fills the cache with rubbish.
 */
@Component
public class CheckedDocuments implements PreparsedDocumentProvider {

  private final LimitsSettings limits;
  private final Cache<String, Kept> kept;

  CheckedDocuments(LimitsSettings limits) {
    this.limits = limits;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(limits.keptCharacters())
            .weigher((String text, Kept document) -> text.length())
            .build();
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    return CompletableFuture.completedFuture(entry(input, parseAndValidate));
  }

  /**
   * The document with the key of its answers; null if it is none, or passes a limit: what is wrong
   * is told when it is asked.
   */
  public @Nullable MeasuredDocument measured(String text) {
    Kept known = kept.getIfPresent(text);
    try {
      return known == null ? measure(text) : known.measured();
    } catch (ApiError refusal) {
      return null;
    }
  }

  private @Nullable MeasuredDocument measure(String text) {
    checkLength(text);
    try {
      Document document = Parser.parse(text);
      DocumentMeasure.check(document, limits);
      return new MeasuredDocument(document, CanonicalText.key(document), false);
    } catch (InvalidSyntaxException e) {
      return null;
    }
  }

  /**
   * Keeps a document that differs only in layout from one that was answered, so that its text need
   * not be parsed again.
   */
  public void keep(String text, MeasuredDocument measured) {
    if (!measured.known()) {
      keep(text, new PreparsedDocumentEntry(measured.document()), measured.key());
    }
  }

  private void keep(String text, PreparsedDocumentEntry entry, String key) {
    kept.put(text, new Kept(entry, new MeasuredDocument(entry.getDocument(), key, true)));
  }

  private PreparsedDocumentEntry entry(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    try {
      checkVariables(input.getRawVariables().toMap());
      Kept known = kept.getIfPresent(input.getQuery());
      PreparsedDocumentEntry entry = known == null ? check(input, parseAndValidate) : known.entry();
      if (!entry.hasErrors()) {
        checkRows(entry.getDocument(), input.getRawVariables().toMap());
      }
      return entry;
    } catch (ApiError refusal) {
      return new PreparsedDocumentEntry(error(refusal));
    }
  }

  private PreparsedDocumentEntry check(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    MeasuredDocument measured = input.getGraphQLContext().get(MeasuredDocument.class);
    if (measured == null) {
      measured = measure(input.getQuery());
    }
    PreparsedDocumentEntry entry = parseAndValidate.apply(input);
    if (measured != null && !entry.hasErrors()) {
      // The engine's own tree, so that only one of the two stays in memory.
      keep(input.getQuery(), entry, measured.key());
    }
    return entry;
  }

  /** What the answer can cost at most. */
  public Cost cost(MeasuredDocument measured, Map<String, ? extends @Nullable Object> variables) {
    return CostEstimate.of(measured.document(), variables);
  }

  private void checkLength(String text) {
    if (text.length() > limits.documentCharacters()) {
      throw new ApiError(
          ErrorCode.DOCUMENT_TOO_LARGE,
          "The document is longer than " + limits.documentCharacters() + " characters.",
          "Ask in several requests, or put long lists into variables.");
    }
  }

  private void checkVariables(Map<String, Object> variables) {
    // Said in characters of the variables' plain form: near enough to bytes, and cheap.
    if (variables.toString().length() > limits.variablesCharacters()) {
      throw new ApiError(
          ErrorCode.VARIABLES_TOO_LARGE,
          "The variables are longer than " + limits.variablesCharacters() + " characters.",
          "Ask in several requests.");
    }
  }

  private void checkRows(Document document, Map<String, Object> variables) {
    long rows = CostEstimate.of(document, variables).rows();
    if (rows > limits.rows()) {
      throw new ApiError(
          ErrorCode.TOO_EXPENSIVE,
          "The answer could have "
              + rows
              + " rows, and at most "
              + limits.rows()
              + " are answered at once.",
          "Ask for smaller pages (first: 10) of the nested lists, and page on.");
    }
  }

  private static GraphQLError error(ApiError refusal) {
    return GraphqlErrorBuilder.newError()
        .errorType(ErrorType.BAD_REQUEST)
        .message("%s", refusal.sentence())
        .extensions(refusal.extensions())
        .build();
  }

  /** A document that passed, and the key of its answers. */
  private record Kept(PreparsedDocumentEntry entry, MeasuredDocument measured) {}
}
