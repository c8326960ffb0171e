package org.stadtstand.serve.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;

/**
 * What the template of a list needs beside its rows: the form, what is chosen and how to undo it,
 * and the facets, each number with the link that chooses it.
 *
 * @param contextPath the prefix of this server's paths
 */
record ListPage(PageAddress address, String contextPath) {

  /** Of a facet with many values, this many are shown before the rest is folded away. */
  private static final int SHOWN = 8;

  /**
   * A value of a facet.
   *
   * @param count how many records have it among those that pass everything else that is chosen
   * @param href the address with it chosen, or undone if it is
   */
  record Option(String value, String words, int count, String written, boolean on, String href) {}

  /** What is missing comes last. */
  private static final Comparator<Option> RISING =
      Comparator.comparing((Option option) -> option.value().equals(PageFacet.ABSENT))
          .thenComparing(Option::value);

  /** A field of the form that carries on what is chosen by links. */
  record Hidden(String name, String value) {}

  Map<String, @Nullable Object> of(Map<String, ?> data) {
    ListForm form = ListForm.of(address.kind());
    ListChoice choice = address.choice();
    Map<String, @Nullable Object> model = new HashMap<>();
    List<Map<String, Object>> facets = new ArrayList<>();
    List<Map<String, String>> chosen = new ArrayList<>();
    for (PageFacet facet : form.facets()) {
      Map<?, ?> counted = counted(data, facet);
      String title = String.valueOf(counted.get("label"));
      List<Option> options = options(facet, counted);
      if (!options.isEmpty()) {
        facets.add(shown(title, options));
      }
      options.stream().filter(Option::on).map(option -> chip(title, option)).forEach(chosen::add);
    }
    if (!choice.text().isEmpty()) {
      String words = address.language().pick("„%s“", "“%s”").formatted(choice.text());
      chosen.add(Map.of("words", words, "href", href(choice.withoutText())));
    }
    model.put("facets", facets);
    model.put("chosen", chosen);
    putWays(model, choice);
    model.put("next", next(data));
    model.put("text", choice.text());
    model.put("searched", !form.texts().isEmpty());
    model.put("hidden", hidden());
    model.put("orders", orders(form));
    return model;
  }

  private void putWays(Map<String, @Nullable Object> model, ListChoice choice) {
    model.put("narrowed", choice.narrows());
    model.put("widest", href(choice.widest()));
    model.put("first", choice.after() == null ? null : href(choice.from(null)));
  }

  private List<Option> options(PageFacet facet, Map<?, ?> counted) {
    Map<String, Option> options = new LinkedHashMap<>();
    for (Object each : counted.get("values") instanceof List<?> values ? values : List.of()) {
      Map<?, ?> value = (Map<?, ?>) each;
      String parameter = facet.parameterOf(value);
      if (parameter == null || !facet.takes(parameter)) {
        // A date between two years is in neither, and its time would find other records, too.
        continue;
      }
      // A reason why a value is missing is a value of its own, but one filter finds all of them,
      // and one finds all numbers from the last that is listed.
      Option before = options.get(parameter);
      int count =
          ((Number) Objects.requireNonNull(value.get("count"))).intValue()
              + (before == null ? 0 : before.count());
      String label = before == null ? String.valueOf(value.get("label")) : before.words();
      options.put(parameter, option(facet, parameter, label, count));
    }
    for (String value : address.choice().values().getOrDefault(facet.parameter(), List.of())) {
      options.computeIfAbsent(value, missing -> option(facet, missing, unlisted(missing), 0));
    }
    return facet.rises()
        ? options.values().stream().sorted(RISING).toList()
        : List.copyOf(options.values());
  }

  /** The words for what is chosen and no value of the answer: that there is none has no other. */
  private String unlisted(String value) {
    return value.equals(PageFacet.ABSENT)
        ? address.language().pick("ohne Angabe", "not given")
        : value;
  }

  private Option option(PageFacet facet, String value, String label, int count) {
    return new Option(
        value,
        facet.words(value, address.language()).orElse(label),
        count,
        new Figures(address.language()).number(BigDecimal.valueOf(count)),
        address.choice().has(facet.parameter(), value),
        href(address.choice().toggled(facet.parameter(), value)));
  }

  private static Map<String, Object> shown(String title, List<Option> options) {
    List<Option> first = new ArrayList<>(options);
    first.sort(Comparator.comparing(Option::on).reversed());
    boolean many = options.size() > SHOWN + 2;
    List<Option> shown = many ? first.subList(0, SHOWN) : options;
    return Map.of(
        "title",
        title,
        "options",
        shown,
        "more",
        many ? first.subList(SHOWN, first.size()) : List.of(),
        "moreCount",
        Math.max(0, options.size() - shown.size()));
  }

  private List<Map<String, Object>> orders(ListForm form) {
    return form.orders().stream()
        .map(
            each ->
                Map.<String, Object>of(
                    "name", each.name(),
                    "words", address.language().pick(each.de(), each.en()),
                    "on", each.name().equals(address.choice().order())))
        .toList();
  }

  private List<Hidden> hidden() {
    List<Hidden> hidden = new ArrayList<>();
    address
        .choice()
        .values()
        .forEach((name, values) -> values.forEach(value -> hidden.add(new Hidden(name, value))));
    if (address.knownAt() != null) {
      hidden.add(new Hidden("am", address.knownAt().toString()));
    }
    return hidden;
  }

  private @Nullable String next(Map<String, ?> data) {
    return data.get("list") instanceof Map<?, ?> list
            && list.get("pageInfo") instanceof Map<?, ?> page
            && Boolean.TRUE.equals(page.get("hasNextPage"))
        ? href(address.choice().from(String.valueOf(page.get("endCursor"))))
        : null;
  }

  /** The facet in the answer; a search that was not asked for has none. */
  private static Map<?, ?> counted(Map<String, ?> data, PageFacet facet) {
    List<?> facets =
        data.get("list") instanceof Map<?, ?> list && list.get("counted") instanceof List<?> all
            ? all
            : List.of();
    return facets.stream()
        .<Map<?, ?>>map(each -> (Map<?, ?>) each)
        .filter(each -> facet.column().equals(each.get("field")))
        .findFirst()
        .orElse(Map.of());
  }

  private static Map<String, String> chip(String title, Option option) {
    return Map.of("words", title + ": " + option.words(), "href", option.href());
  }

  private String href(ListChoice choice) {
    return contextPath + address.with(choice).whole();
  }
}
