package org.stadtstand.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtstand.answer.Question;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import org.stadtstand.link.LinkedQuestion.Kind;

/** Finds the question that a name stands for, and stores questions under their names. */
@Component
class LinkedQuestions {

  /** More than any document and its variables may have, and little enough for memory. */
  private static final int CARRIED_BYTES = 200_000;

  private static final int KEPT_CHARACTERS = 4_000_000;

  private final NamedQuestions examples;
  private final QuestionTable table;
  private final Blocks blocks;
  private final Uses uses;
  private final Cache<String, LinkedQuestion> found =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher(
              (String name, LinkedQuestion question) ->
                  name.length() + question.wording().content().length())
          .build();

  LinkedQuestions(NamedQuestions examples, QuestionTable table, Blocks blocks, Uses uses) {
    this.examples = examples;
    this.table = table;
    this.blocks = blocks;
    this.uses = uses;
  }

  LinkedQuestion find(String name) {
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
    if (name.startsWith(Compressed.MARK)) {
      Question carried = QuestionJson.read(Compressed.read(name, CARRIED_BYTES));
      return new LinkedQuestion(name, Kind.CARRIED, Wording.of(carried), null);
    }
    Optional<NamedQuestion> example = examples.named(name);
    if (example.isPresent()) {
      NamedQuestion named = example.get();
      return new LinkedQuestion(name, Kind.EXAMPLE, Wording.of(named.question()), named);
    }
    // Blocked links may be gone from the table.
    blocks.refuse(name);
    String content = table.content(name).orElseThrow(LinkedQuestions::unknown);
    Question stored = QuestionJson.read(content.getBytes(StandardCharsets.UTF_8));
    // Not worded anew: under the name it was stored with, it stays what it was.
    Wording wording = new Wording(stored, content, name);
    return new LinkedQuestion(name, Kind.STORED, wording, null);
  }

  private static ApiError unknown() {
    return new ApiError(
        ErrorCode.UNKNOWN_LINK,
        "No question is stored under this name, or nobody has used it for a long time.",
        "POST the question to /q to store it; the same question gets the same name again.");
  }
}
