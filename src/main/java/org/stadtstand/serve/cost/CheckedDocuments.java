package org.stadtstand.serve.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.parser.InvalidSyntaxException;
import graphql.validation.ValidationError;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.FieldArguments;
import org.stadtstand.graph.arguments.FixedArguments;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.record.time.Present;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/**
 * The only cache of documents: parsed, within the limits, keyed by text. A document that turns out
 * not to fit the schema is dropped again, so that nobody can fill the cache with rubbish.
 */
@Component
public class CheckedDocuments implements PreparsedDocumentProvider, MeterBinder {

  private final LimitsSettings limits;

  /** Resolved late, because the engine is built with this object. */
  private final ObjectProvider<GraphQlSource> engine;

  private final ObjectProvider<KnownLists> lists;
  private final Cache<String, ParsedDocument> kept;

  CheckedDocuments(
      LimitsSettings limits,
      ObjectProvider<GraphQlSource> engine,
      ObjectProvider<KnownLists> lists) {
    this.limits = limits;
    this.engine = engine;
    this.lists = lists;
    this.kept =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(limits.keptCharacters())
            .weigher((String text, ParsedDocument document) -> text.length())
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "documents", kept);
  }

  /** Gives the engine the document, so that it need not parse and validate it again. */
  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    return CompletableFuture.completedFuture(entry(input));
  }

  /** The document; null if it does not parse or exceeds a limit, which executing it will report. */
  public @Nullable ParsedDocument find(String text) {
    try {
      return document(text);
    } catch (ApiError | InvalidSyntaxException refusal) {
      return null;
    }
  }

  /** The document; null if it is refused, or does not fit the schema. */
  public @Nullable ParsedDocument fitting(String text) {
    ParsedDocument document = find(text);
    return document == null || !validated(text, document).isEmpty() ? null : document;
  }

  /** Reads a document of any size without adding it to the cache. */
  public ParsedDocument read(String text) {
    ParsedDocument known = kept.getIfPresent(text);
    return known == null ? ParsedDocument.of(text) : known;
  }

  private ParsedDocument document(String text) {
    ParsedDocument known = kept.getIfPresent(text);
    if (known != null) {
      return known;
    }
    checkLength(text);
    ParsedDocument document = ParsedDocument.parse(text);
    DocumentMeasure.check(document, limits);
    kept.put(text, document);
    return document;
  }

  private PreparsedDocumentEntry entry(ExecutionInput input) {
    Map<String, Object> variables = input.getRawVariables().toMap();
    try {
      checkVariables(variables);
      ParsedDocument document = document(input.getQuery());
      List<ValidationError> errors = validated(input.getQuery(), document);
      if (!errors.isEmpty()) {
        return new PreparsedDocumentEntry(document.tree(), errors);
      }
      refuseSubscription(document, input.getOperationName());
      checkRows(input.getGraphQLContext().get(Cost.class));
      return new PreparsedDocumentEntry(document.tree());
    } catch (InvalidSyntaxException e) {
      return new PreparsedDocumentEntry(e.toInvalidSyntaxError());
    } catch (ApiError refusal) {
      return new PreparsedDocumentEntry(Faults.graphQl(refusal));
    }
  }

  private List<ValidationError> validated(String text, ParsedDocument document) {
    if (document.valid()) {
      return List.of();
    }
    List<ValidationError> errors =
        ParseAndValidate.validate(engine.getObject().schema(), document.tree(), Locale.ROOT);
    if (errors.isEmpty()) {
      kept.put(text, document.validated());
    } else {
      kept.invalidate(text);
    }
    return errors;
  }

  /** The most that the answer can cost; the least there is if the question will be refused. */
  public Cost cost(Question question, Present present) {
    return cost(question, present, arguments(question));
  }

  /** Completes the arguments of the question's fields. */
  public FieldArguments arguments(Question question) {
    ParsedDocument document = fitting(question.document());
    return new FieldArguments(document == null ? new FixedArguments() : document.fixed());
  }

  /**
   * The same.
   *
   * @param arguments keeps those of the question's fields for its answer
   */
  public Cost cost(Question question, Present present, FieldArguments arguments) {
    // Only of what fits the schema: the arguments of anything else mean nothing.
    ParsedDocument document = fitting(question.document());
    return document == null || document.isSubscription(question.operation())
        ? Cost.LEAST
        : CostEstimate.of(
            engine.getObject().schema(), lists.getObject(), document, question, present, arguments);
  }

  private static void refuseSubscription(ParsedDocument document, @Nullable String operation) {
    if (document.isSubscription(operation)) {
      throw new ApiError(
          ErrorCode.BAD_REQUEST,
          "A subscription is no question: it has no answer, but events.",
          "Ask for it with Accept: text/event-stream, or over a WebSocket.");
    }
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
    // Counted in characters of their plain form, which is close enough to bytes and cheap.
    if (variables.toString().length() > limits.variablesCharacters()) {
      throw new ApiError(
          ErrorCode.VARIABLES_TOO_LARGE,
          "The variables are longer than " + limits.variablesCharacters() + " characters.",
          "Ask in several requests.");
    }
  }

  /**
   * @param cost null if the document is only looked at, and not answered
   */
  private void checkRows(@Nullable Cost cost) {
    if (cost != null && cost.rows() > limits.rows()) {
      throw new ApiError(
          ErrorCode.TOO_EXPENSIVE,
          "The answer could have "
              + cost.rows()
              + " rows, and at most "
              + limits.rows()
              + " are answered at once.",
          "Ask for smaller pages (first: 10) of the nested lists, and page on.");
    }
    if (cost != null && cost.scanned() > limits.scanned()) {
      throw new ApiError(
          ErrorCode.TOO_EXPENSIVE,
          "The figures would be made of %d rows, and at most %d are looked through at once."
              .formatted(cost.scanned(), limits.scanned()),
          "Ask for fewer figures at once, with fewer conditions, or of one municipality.");
    }
  }
}
