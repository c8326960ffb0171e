package org.stadtstand.serve.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * A published state that an answer rests on: its municipality, release and terms of use.
 *
 * @param members as {@code extensions.dataset} shows them; an archived answer keeps those of its
 *     time
 */
public record StateDescription(Map<?, ?> members) {

  private static final String DEMO = "DEMO";

  /** The municipality's key; null in the note that counts the states left undescribed. */
  public @Nullable String municipality() {
    return text("municipality");
  }

  /**
   * What the municipality was called at that state. An answer that was archived before there were
   * names in it has only the key.
   */
  public @Nullable String name(Language language) {
    String english = language == Language.EN ? text("nameEn") : null;
    String name = english == null ? text("name") : english;
    return name == null ? municipality() : name;
  }

  public @Nullable String release() {
    return text("release");
  }

  public @Nullable String standsFor() {
    return text("standsFor");
  }

  public @Nullable String day() {
    return text("day");
  }

  /** The head of the release chain. */
  public @Nullable String head() {
    return text("head");
  }

  /** Null if nothing has been published yet. */
  public @Nullable String publisher() {
    return text("publisher");
  }

  public @Nullable String standing() {
    return text("standing");
  }

  public @Nullable String licence() {
    return text("licence");
  }

  public @Nullable String licenceUrl() {
    return text("licenceUrl");
  }

  public @Nullable String attribution() {
    return text("attribution");
  }

  public List<String> warnings() {
    return members.get("warnings") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Whether the data are invented and so must not be cited. */
  public boolean demo() {
    return DEMO.equals(standing());
  }

  /**
   * The standing in words, spelled out here so that this room need not know the list of standings.
   */
  public @Nullable String standingInWords(Language language) {
    return switch (standing()) {
      case null -> null;
      case "OFFICIAL" -> language.pick("amtlich", "official");
      case "EDITORIAL" -> language.pick("nicht amtlich", "not official");
      case DEMO -> language.pick("erfundene Demodaten", "invented data");
      default -> standing();
    };
  }

  private @Nullable String text(String name) {
    Object value = members.get(name);
    return value == null ? null : value.toString();
  }
}
