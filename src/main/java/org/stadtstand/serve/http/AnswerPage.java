package org.stadtstand.serve.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.citation.Citation;
import org.stadtstand.serve.citation.Citing;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.link.GraphiqlLink;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.LinkedQuestion.Kind;
import org.stadtstand.serve.link.PermanentLinks;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AnswerFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the page of an answer. */
@Component
class AnswerPage {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final List<String> OF_A_DATASET =
      List.of(
          "municipality",
          "publisher",
          "release",
          "standsFor",
          "day",
          "attribution",
          "licence",
          "licenceUrl");

  private final Formats formats;

  AnswerPage(Formats formats) {
    this.formats = formats;
  }

  /** The values of the template. */
  Map<String, @Nullable Object> of(
      LinkedQuestion linked, Question question, Answer answer, Answers answers, PageForm form) {
    String pinned = link(answer);
    List<Map<String, @Nullable Object>> datasets = datasets(answer);
    Map<String, @Nullable Object> page = new HashMap<>();
    page.put("title", Citing.title(linked));
    page.put("titleEn", linked.named() == null ? null : linked.named().titleEn());
    page.put("noindex", linked.kind() != Kind.EXAMPLE);
    page.put("datasets", datasets);
    page.put("errors", errors(answer));
    page.put("pinned", pinned == null ? null : LinkAddress.relative(pinned));
    page.put(
        "citable",
        pinned != null
            && datasets.stream().noneMatch(dataset -> Boolean.TRUE.equals(dataset.get("demo"))));
    page.put("base", pinned == null ? linked.name() : LinkAddress.relative(pinned));
    page.put("snippets", pinned == null ? List.of() : snippets(pinned, form.place().server()));
    page.put("document", linked.wording().readable());
    page.put("variables", variables(question));
    page.put("explorer", GraphiqlLink.to(linked.wording().readable(), variables(question)));
    page.put("noTable", null);
    page.put("table", null);
    if (answer.whole()) {
      putTable(page, answer, () -> csv(question, answers, form.language()));
    }
    return page;
  }

  private static void putTable(
      Map<String, @Nullable Object> page, Answer answer, Supplier<Optional<AnswerTable>> csv) {
    try {
      page.put("table", csv.get().orElseGet(() -> AnswerTable.ofPaths(answer.result().getData())));
    } catch (ApiError refused) {
      page.put("noTable", refused.sentence() + " " + refused.hint());
      page.put("table", AnswerTable.ofPaths(answer.result().getData()));
    }
  }

  /** The table that the file would be, so that both always say the same. */
  private Optional<AnswerTable> csv(Question question, Answers answers, String language) {
    Format csv = formats.ofSuffix("csv").orElse(null);
    if (csv == null) {
      return Optional.empty();
    }
    AnswerFile file = csv.with(Map.of("labels", language)).file(question, answers);
    if (!file.answer().whole() || file.flows()) {
      return Optional.empty();
    }
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      file.content().writeTo(bytes);
      return Optional.of(AnswerTable.ofCsv(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
  }

  static @Nullable String link(Answer answer) {
    Map<Object, Object> extensions = answer.result().getExtensions();
    Object link = extensions == null ? null : extensions.get(PermanentLinks.EXTENSION);
    return link == null ? null : link.toString();
  }

  private static List<Map<String, @Nullable Object>> datasets(Answer answer) {
    List<Map<String, @Nullable Object>> described = new ArrayList<>();
    Map<Object, Object> extensions = answer.result().getExtensions();
    if (extensions != null && extensions.get("dataset") instanceof List<?> all) {
      for (Object one : all) {
        if (one instanceof Map<?, ?> dataset && dataset.get("municipality") != null) {
          described.add(described(dataset));
        }
      }
    }
    return described;
  }

  private static Map<String, @Nullable Object> described(Map<?, ?> dataset) {
    Map<String, @Nullable Object> described = new HashMap<>();
    OF_A_DATASET.forEach(name -> described.put(name, dataset.get(name)));
    Object standing = dataset.get("standing");
    described.put("standing", standing == null ? null : Citation.standing(standing));
    described.put("demo", "DEMO".equals(standing));
    Object warnings = dataset.get("warnings");
    described.put("warnings", warnings == null ? List.of() : warnings);
    return described;
  }

  private static List<Map<String, String>> snippets(String pinned, String server) {
    String url = pinned.startsWith(LinkAddress.ROOT) ? server + pinned : pinned;
    return Arrays.stream(Snippet.values())
        .map(snippet -> Map.of("title", snippet.title(), "text", snippet.of(url).strip()))
        .toList();
  }

  private static List<Map<String, String>> errors(Answer answer) {
    return answer.result().getErrors().stream()
        .map(
            error ->
                Map.of(
                    "message", String.valueOf(error.getMessage()),
                    "code",
                        String.valueOf(
                            error.getExtensions() == null
                                ? ""
                                : error.getExtensions().getOrDefault("code", ""))))
        .toList();
  }

  private static String variables(Question question) {
    return question.variables().isEmpty() ? "" : JSON.writeValueAsString(question.variables());
  }
}
