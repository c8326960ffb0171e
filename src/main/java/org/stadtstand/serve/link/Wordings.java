package org.stadtstand.serve.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.request.Compressed;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.ReadDocument;
import org.stadtstand.serve.request.Subject;
import org.stadtstand.serve.request.Wording;

/** The wordings of questions that were asked, so that each is worked out once. */
@Component
public class Wordings {

  private static final int KEPT_CHARACTERS = 8_000_000;

  /** What a parsed document takes, as a multiple of its text. */
  private static final int OF_A_TREE = 20;

  private final LinkSettings settings;

  /** Late, because the engine is told of links while it is made. */
  private final ObjectProvider<GraphQlSource> engine;

  private final Cache<Question, Named> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher(
              (Question question, Named named) ->
                  question.document().length() + 2 * named.wording().content().length())
          .build();

  private final Cache<String, ReadDocument> documents =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((String text, ReadDocument document) -> OF_A_TREE * text.length())
          .build();

  Wordings(LinkSettings settings, ObjectProvider<GraphQlSource> engine) {
    this.settings = settings;
    this.engine = engine;
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
    ReadDocument known = documents.getIfPresent(question.document());
    ReadDocument document = known == null ? ReadDocument.of(question.document()) : known;
    documents.put(question.document(), document);
    Wording wording = Wording.of(question, document);
    String carried = Compressed.write(wording.content());
    return new Named(
        wording,
        carried.length() > settings.carriedCharacters() ? "" : carried,
        Subject.of(question, document.tree(), engine.getObject().schema()));
  }

  /**
   * A wording, and what follows from it.
   *
   * @param carried the name that carries the question; empty if it would be too long
   * @param subject see {@link Subject#of}
   */
  public record Named(Wording wording, String carried, @Nullable String subject) {}
}
