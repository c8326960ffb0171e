package org.stadtstand.serve.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.FinishedFile;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.format.FormKind;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Formats;

/**
 * Finds the form that a caller accepts most: by the quality it gives, then by the order in which it
 * names them, then by ours. JSON is for those who accept anything.
 */
@Component
class Negotiation {

  private final List<FormKind> kinds;

  Negotiation(List<FormKind> kinds, Formats formats) {
    this.kinds = Stream.concat(kinds.stream(), formats.all().stream().map(FileKind::new)).toList();
  }

  /** What is told in before anything is known about the caller. */
  Form fallback() {
    return kinds.getFirst().with(Map.of());
  }

  /** In which of our own two media types a refusal is told. */
  Form forRefusals(@Nullable String accept) {
    boolean named = accept != null && accept.contains(kinds.get(1).mediaType());
    return named ? kinds.get(1).with(Map.of()) : fallback();
  }

  Form form(@Nullable String accept, Map<String, String> options) {
    if (accept == null || accept.isBlank()) {
      return kinds.getFirst().with(options);
    }
    List<MediaType> accepted = parsed(accept);
    FormKind best = null;
    Rank rank = Rank.NONE;
    for (FormKind kind : kinds) {
      Rank own = rank(MediaType.parseMediaType(kind.mediaType()), accepted);
      if (own.before(rank)) {
        rank = own;
        best = kind;
      }
    }
    if (best == null) {
      throw new ApiError(
          ErrorCode.NOT_ACCEPTABLE,
          "None of the media types in Accept can be given.",
          "Accept one of "
              + kinds.stream().map(FormKind::mediaType).collect(Collectors.joining(", "))
              + ".");
    }
    return best.with(options);
  }

  private static List<MediaType> parsed(String accept) {
    try {
      return MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      throw new ApiError(
          ErrorCode.NOT_ACCEPTABLE,
          "The field Accept cannot be read.",
          "Send Accept: application/graphql-response+json, for one.");
    }
  }

  /** The range that names a type most closely decides about it, as HTTP wants it. */
  private static Rank rank(MediaType offered, List<MediaType> accepted) {
    Rank found = Rank.NONE;
    int closest = -1;
    for (int place = 0; place < accepted.size(); place++) {
      MediaType range = accepted.get(place);
      int closeness = range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
      if (closeness > closest && range.includes(offered) && isUtf8(range)) {
        closest = closeness;
        found = new Rank(range.getQualityValue(), place);
      }
    }
    return found;
  }

  private static boolean isUtf8(MediaType range) {
    String charset = range.getParameter("charset");
    return charset == null || charset.toLowerCase(Locale.ROOT).equals("utf-8");
  }

  /** How much a type is wanted. */
  private record Rank(double quality, int place) {

    static final Rank NONE = new Rank(0, Integer.MAX_VALUE);

    boolean before(Rank other) {
      return quality > other.quality
          || (quality > 0 && quality == other.quality && place < other.place);
    }
  }

  /** A kind of file as one of the forms. */
  private record FileKind(Format format) implements FormKind {

    @Override
    public String mediaType() {
      return format.mediaType();
    }

    @Override
    public Form with(Map<String, String> options) {
      return new FinishedFile(format.with(options));
    }
  }
}
