package org.stadtstand.serve.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.text.Language;

/**
 * What a page is about in the words of schema.org, for machines that read pages. It stands in a
 * data block, which the content policy lets pass because no browser runs it.
 *
 * @param type {@code Dataset} for lists and answers, {@code WebPage} for what is about one record
 * @param description null if there is none
 */
public record LinkedData(
    String type, String name, @Nullable String description, String url, Language language) {

  /**
   * Of a page of a city, from the answer that it shows.
   *
   * @param area what it shows of the city, in words; null for all of it
   */
  public static LinkedData ofPage(
      Map<String, ?> data, @Nullable String area, String url, Language language) {
    String city = String.valueOf(state(data).get("municipality"));
    if (data.get("record") instanceof Map<?, ?> record) {
      Object title = record.get("title") == null ? record.get("name") : record.get("title");
      Object about = title == null ? area : title;
      String name = about == null ? city : about + " · " + city;
      return new LinkedData("WebPage", name, text(record.get("sentence")), url, language);
    }
    String name = "Stadtstand · " + city + (area == null ? "" : " · " + area);
    String about =
        language.pick(
            "Was die Stadt mit ihrer digitalen Strategie versprochen hat und was daraus wurde, jede"
                + " Angabe mit Quelle: ",
            "What the city promised in its digital strategy and what became of it, each with its"
                + " source: ");
    return new LinkedData("Dataset", name, about + city + ".", url, language);
  }

  /** What a page of a city says of its state, in the form that {@link #json} reads. */
  public static Map<String, @Nullable Object> state(Map<String, ?> data) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    if (data.get("dataset") instanceof Map<?, ?> dataset) {
      state.put("licenceUrl", dataset.get("licenceUrl"));
      state.put("publisher", dataset.get("publisher"));
      state.put("standsFor", dataset.get("standsFor"));
      state.put(
          "release", dataset.get("release") instanceof Map<?, ?> of ? of.get("number") : null);
      state.put(
          "municipality",
          dataset.get("municipality") instanceof Map<?, ?> of ? of.get("name") : null);
    }
    return state;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** A file of the same rows. */
  public record Download(String url, String mediaType) {}

  /**
   * As JSON that may stand inside HTML.
   *
   * @param dataset what the page says of its state: licence, publisher, release, day, city
   */
  public String json(Map<String, ?> dataset, List<Download> downloads) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("@context", "https://schema.org");
    about.put("@type", type);
    about.put("name", name);
    about.put("description", description == null ? name : description);
    about.put("url", url);
    about.put("inLanguage", language.pick("de", "en"));
    about.put("isAccessibleForFree", true);
    about.put("license", dataset.get("licenceUrl"));
    about.put("version", dataset.get("release"));
    about.put("dateModified", dataset.get("standsFor"));
    about.put("spatialCoverage", dataset.get("municipality"));
    if (dataset.get("publisher") instanceof String publisher) {
      about.put("creator", organisation(publisher));
    }
    List<Map<String, String>> files = new ArrayList<>();
    for (Download file : downloads) {
      Map<String, String> described = new LinkedHashMap<>();
      described.put("@type", "DataDownload");
      described.put("encodingFormat", file.mediaType());
      described.put("contentUrl", file.url());
      files.add(described);
    }
    about.put("distribution", files.isEmpty() ? null : files);
    about.values().removeIf(value -> value == null);
    // Inside a script element only "<" can end it.
    return JsonCodec.PLAIN.writeValueAsString(about).replace("<", "\\u003c");
  }

  private static Map<String, String> organisation(String name) {
    Map<String, String> organisation = new LinkedHashMap<>();
    organisation.put("@type", "Organization");
    organisation.put("name", name);
    return organisation;
  }
}
