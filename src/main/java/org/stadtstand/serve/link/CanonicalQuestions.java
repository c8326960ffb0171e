package org.stadtstand.serve.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.Subject;

/** Caches the canonical forms of questions, so that each is computed once. */
@Component
public class CanonicalQuestions implements MeterBinder {

  private final LinkSettings settings;
  private final CheckedDocuments documents;

  /** Resolved late, because the engine is built with the permanent links. */
  private final ObjectProvider<GraphQlSource> engine;

  private final Cache<Question, Named> kept;

  CanonicalQuestions(
      LinkSettings settings, CheckedDocuments documents, ObjectProvider<GraphQlSource> engine) {
    this.settings = settings;
    this.documents = documents;
    this.engine = engine;
    this.kept =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(settings.wordingCharacters())
            .weigher(
                (Question question, Named named) ->
                    question.document().length() + 2 * named.wording().content().length())
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "wordings", kept);
  }

  public Named of(Question question) {
    Question plain =
        new Question(question.document(), question.operation(), question.variables(), null);
    Named known = kept.getIfPresent(plain);
    if (known != null) {
      return known;
    }
    Named named = named(plain);
    kept.put(plain, named);
    return named;
  }

  private Named named(Question question) {
    ParsedDocument document = documents.read(question.document());
    CanonicalQuestion wording = CanonicalQuestion.of(question, document);
    String carried = CompressedText.write(wording.content());
    return new Named(
        wording,
        carried.length() > settings.carriedCharacters() ? "" : carried,
        Subject.of(question, document, engine.getObject().schema()));
  }

  /**
   * A canonical question and what follows from it.
   *
   * @param carried the name that carries the question; empty if it would be too long
   * @param subject see {@link Subject#of}
   */
  public record Named(CanonicalQuestion wording, String carried, @Nullable String subject) {}
}
