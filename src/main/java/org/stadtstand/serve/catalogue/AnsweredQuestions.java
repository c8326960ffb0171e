package org.stadtstand.serve.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.catalogue.CityEntry.AnswerFile;
import org.stadtstand.serve.catalogue.CityEntry.Answered;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.LinkedQuestions;
import org.stadtstand.serve.link.NamedQuestion;
import org.stadtstand.serve.link.NamedQuestions;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.LinkFormats;

/** The documented questions whose answers are tables, each asked at the newest release. */
@Component
class AnsweredQuestions {

  private static final List<String> SUFFIXES = List.of("csv", "jsonl", "xlsx");
  private static final String WORKBOOK = "xlsx";
  private static final int OK = 200;
  private static final int TRY_AGAIN = 429;

  private final NamedQuestions named;
  private final LinkedQuestions questions;
  private final PinnedStates states;
  private final LinkFormats formats;
  private final ResponseHandler handler;

  AnsweredQuestions(
      NamedQuestions named,
      LinkedQuestions questions,
      PinnedStates states,
      LinkFormats formats,
      ResponseHandler handler) {
    this.named = named;
    this.questions = questions;
    this.states = states;
    this.formats = formats;
    this.handler = handler;
  }

  /** The files are those that their links give, at the expense of the same caller. */
  List<Answered> all(String city, int release, ServerAddress server, HttpServletRequest request) {
    List<Answered> all = new ArrayList<>();
    for (NamedQuestion question : named.all()) {
      if (!question.demo()) {
        String written = "%s@%s.%d".formatted(question.name(), city, release);
        List<AnswerFile> files = files(written, server, request);
        if (!files.isEmpty()) {
          Text title = new Text(question.titleDe(), question.titleEn());
          all.add(new Answered(question.name(), title, question.about(), written, files));
        }
      }
    }
    return all;
  }

  private List<AnswerFile> files(String written, ServerAddress server, HttpServletRequest request) {
    List<AnswerFile> files = new ArrayList<>();
    for (String suffix : SUFFIXES) {
      try {
        Representation file = file(written + "." + suffix, server, request);
        if (file.status() >= TRY_AGAIN) {
          throw new ApiError(
              ErrorCode.OVERLOADED,
              "The answers that the catalogue lists cannot be had just now.",
              "Try again in some seconds.");
        }
        if (file.status() == OK && file.content() instanceof Representation.Bytes(byte[] held)) {
          files.add(new AnswerFile(suffix, suffix.equals(WORKBOOK) ? null : held.length));
        }
      } catch (ApiError refused) {
        // A question that is no table, or that this city's releases cannot answer, is left out; one
        // that could be answered later must not be.
        if (refused.code().retryAfter() > 0 || refused.code().status() >= TRY_AGAIN) {
          throw refused;
        }
      }
    }
    return files;
  }

  private Representation file(String address, ServerAddress server, HttpServletRequest request) {
    LinkAddress asked = LinkAddress.read(address);
    LinkedQuestion linked = questions.find(asked.name());
    StateName state = states.named(asked, linked.question());
    Format format = formats.format(linked, address, null, Map.of(), server);
    return handler.ask(request, linked.question().at(state), format).representation();
  }
}
