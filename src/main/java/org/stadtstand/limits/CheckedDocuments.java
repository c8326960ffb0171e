package org.stadtstand.limits;

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
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;

/**
 * Documents that were parsed, checked against the limits and validated, kept by their text. What
 * was refused is not kept, so that nobody fills the cache with rubbish.
 */
@Component
class CheckedDocuments implements PreparsedDocumentProvider {

  private final LimitsSettings limits;
  private final Cache<String, PreparsedDocumentEntry> kept;

  CheckedDocuments(LimitsSettings limits) {
    this.limits = limits;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(limits.keptCharacters())
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
            .build();
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    return CompletableFuture.completedFuture(entry(input, parseAndValidate));
  }

  private PreparsedDocumentEntry entry(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    try {
      checkSizes(input);
      PreparsedDocumentEntry known = kept.getIfPresent(input.getQuery());
      PreparsedDocumentEntry entry = known == null ? check(input, parseAndValidate) : known;
      if (!entry.hasErrors()) {
        checkRows(entry.getDocument(), input.getRawVariables().toMap());
        kept.put(input.getQuery(), entry);
      }
      return entry;
    } catch (ApiError refusal) {
      return new PreparsedDocumentEntry(error(refusal));
    }
  }

  private PreparsedDocumentEntry check(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    try {
      DocumentMeasure.check(Parser.parse(input.getQuery()), limits);
    } catch (InvalidSyntaxException e) {
      return new PreparsedDocumentEntry(e.toInvalidSyntaxError());
    }
    return parseAndValidate.apply(input);
  }

  private void checkSizes(ExecutionInput input) {
    if (input.getQuery().length() > limits.documentCharacters()) {
      throw new ApiError(
          ErrorCode.DOCUMENT_TOO_LARGE,
          "The document is longer than " + limits.documentCharacters() + " characters.",
          "Ask in several requests, or put long lists into variables.");
    }
    // Said in characters of the variables' plain form: near enough to bytes, and cheap.
    if (input.getRawVariables().toMap().toString().length() > limits.variablesCharacters()) {
      throw new ApiError(
          ErrorCode.VARIABLES_TOO_LARGE,
          "The variables are longer than " + limits.variablesCharacters() + " characters.",
          "Ask in several requests.");
    }
  }

  private void checkRows(Document document, Map<String, Object> variables) {
    long rows = RowEstimate.of(document, variables);
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
        .extensions(Map.of("code", refusal.code().name(), "hint", refusal.hint()))
        .build();
  }
}
