package org.stadtstand.serve.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.link.CanonicalQuestions;
import org.stadtstand.serve.request.Question;

/**
 * Reads an answer as one table if it is one, else as a table for each of its fields; what no table
 * can hold is shown as its lists.
 */
@Component
class PartTables {

  private final Formats formats;
  private final CanonicalQuestions wordings;
  private final FieldWords words;

  PartTables(Formats formats, CanonicalQuestions wordings, FieldWords words) {
    this.formats = formats;
    this.wordings = wordings;
    this.words = words;
  }

  List<AnswerPart> of(PageFormat form, Inquiry inquiry, Answer answer, String base) {
    Optional<AnswerTable> whole = table(inquiry, form);
    if (whole.isPresent()) {
      return List.of(new AnswerPart("", List.of(whole.get()), base));
    }
    Map<String, Question> asked = AnswerParts.of(inquiry.question());
    if (asked.size() < 2) {
      return List.of(lists("", answer.result().getData(), form));
    }
    Map<String, @Nullable Object> data = Objects.requireNonNull(answer.result().getData());
    List<AnswerPart> parts = new ArrayList<>();
    asked.forEach(
        (name, question) -> {
          Optional<AnswerTable> table = table(new Inquiry(question, inquiry::answer), form);
          parts.add(
              table
                  .map(one -> new AnswerPart(name, List.of(one), link(question, base)))
                  .orElseGet(() -> lists(name, data.get(name), form)));
        });
    return parts;
  }

  /** A part that no file for spreadsheets can hold; people can read several tables. */
  private static AnswerPart lists(String name, @Nullable Object data, PageFormat form) {
    return new AnswerPart(name, AnswerLists.of(data, form.inLanguage()), "");
  }

  /** The link of a part at the state of the page; empty if it would be too long. */
  private String link(Question part, String base) {
    String carried = wordings.of(part).carried();
    int state = base.indexOf('@');
    return carried.isEmpty() || state < 0 ? carried : carried + base.substring(state);
  }

  private Optional<AnswerTable> table(Inquiry inquiry, PageFormat form) {
    try {
      return csv(inquiry, form.language())
          .map(bytes -> AnswerTable.ofCsv(bytes, quoted(form), form.inLanguage()));
    } catch (ApiError refused) {
      if (refused.code() == ErrorCode.NOT_A_TABLE) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private String quoted(PageFormat form) {
    return words
        .of("Change", AnswerSentences.SENTENCE)
        .map(FieldWords::heading)
        .orElseThrow()
        .in(form.inLanguage());
  }

  /** The file whose rows the page shows, so that both always agree. */
  private Optional<byte[]> csv(Inquiry inquiry, String language) {
    Representation csv = formats.csv().with(Map.of("labels", language)).write(inquiry);
    return csv.whole() && csv.content() instanceof Representation.Bytes(byte[] bytes)
        ? Optional.of(bytes)
        : Optional.empty();
  }
}
