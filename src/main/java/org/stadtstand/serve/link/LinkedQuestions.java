package org.stadtstand.serve.link;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.serve.link.LinkedQuestion.Kind;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.QuestionParameters;

/** Finds the question behind a name. */
@Component
public class LinkedQuestions implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(LinkedQuestions.class);

  /** Made when a link is first asked for: the start does not wait for a hundred documents. */
  private final SingletonSupplier<Map<String, NamedQuestion>> byName;

  private final SingletonSupplier<Map<String, NamedQuestion>> byId;
  private final QuestionTable table;
  private final Blocks blocks;
  private final UsageLog uses;
  private final Cache<String, LinkedQuestion> found;

  LinkedQuestions(
      NamedQuestions examples,
      QuestionTable table,
      Blocks blocks,
      UsageLog uses,
      LinkSettings settings) {
    this.byName = by(examples, NamedQuestion::name);
    this.byId = by(examples, example -> CanonicalQuestion.of(example.question()).id());
    this.found =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(settings.foundCharacters())
            .weigher(
                (String name, LinkedQuestion question) ->
                    name.length() + question.wording().content().length())
            .build();
    this.table = table;
    this.blocks = blocks;
    this.uses = uses;
  }

  private static SingletonSupplier<Map<String, NamedQuestion>> by(
      NamedQuestions examples, Function<NamedQuestion, String> key) {
    return SingletonSupplier.of(() -> examples.all().stream().collect(toMap(key, each -> each)));
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "links", found);
  }

  public LinkedQuestion find(String name) {
    LinkedQuestion known = found.getIfPresent(name);
    LinkedQuestion question = known == null ? read(name) : known;
    found.put(name, question);
    blocks.refuse(question.wording().id());
    if (question.kind() == Kind.STORED) {
      uses.note(name);
    }
    return question;
  }

  private LinkedQuestion read(String name) {
    if (name.startsWith(CompressedText.MARK)) {
      Question carried = QuestionParameters.ofBytes(CompressedText.read(name)).question();
      CanonicalQuestion wording = CanonicalQuestion.of(carried);
      return new LinkedQuestion(name, Kind.CARRIED, wording, byId.obtain().get(wording.id()));
    }
    NamedQuestion example = byName.obtain().get(name);
    if (example != null) {
      return new LinkedQuestion(
          name, Kind.EXAMPLE, CanonicalQuestion.of(example.question()), example);
    }
    // Checked first, because a blocked question may have been deleted from the table.
    blocks.refuse(name);
    String content = table.content(name).orElseThrow(LinkedQuestions::unknown);
    if (!CanonicalQuestion.id(content).equals(name)) {
      log.error("The stored question {} was altered, and is not asked; verify tells more", name);
      throw unknown();
    }
    Question stored = QuestionParameters.ofBody(content).question();
    // Not made canonical again: whatever is stored under a name stays unchanged.
    CanonicalQuestion wording = new CanonicalQuestion(stored, content, name);
    return new LinkedQuestion(name, Kind.STORED, wording, byId.obtain().get(name));
  }

  private static ApiError unknown() {
    return new ApiError(
        ErrorCode.UNKNOWN_LINK,
        "No question is stored under this name, or nobody has used it for a long time.",
        "POST the question to /q to store it; the same question gets the same name again.");
  }
}
