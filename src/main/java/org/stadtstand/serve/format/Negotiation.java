package org.stadtstand.serve.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Chooses the format that a caller prefers: by quality, then by the caller's order, then by ours.
 */
public final class Negotiation {

  private Negotiation() {}

  /**
   * The preferred format: the first for a caller who accepts anything; refuses if none is
   * acceptable.
   */
  public static Format format(@Nullable String accept, List<Format> offered) {
    return preferred(accept, offered, Format::mediaType);
  }

  /** The same for anything that has a media type. */
  public static <T> T preferred(
      @Nullable String accept, List<T> offered, Function<T, String> mediaType) {
    if (acceptsAnything(accept)) {
      return offered.getFirst();
    }
    return best(parsed(accept), offered, mediaType)
        .orElseThrow(
            () ->
                new ApiError(
                    ErrorCode.NOT_ACCEPTABLE,
                    "None of the media types in Accept can be given.",
                    "Accept one of "
                        + offered.stream().map(mediaType).collect(Collectors.joining(", "))
                        + "."));
  }

  /** Whether a caller accepts the only media type there is. */
  public static boolean accepts(@Nullable String accept, String mediaType) {
    return acceptsAnything(accept)
        || best(parsed(accept), List.of(mediaType), Function.identity()).isPresent();
  }

  /** The same for refusals, which must reach everybody: the first if none is acceptable. */
  static Format ofRefusals(@Nullable String accept, List<Format> offered) {
    return best(accept, offered, Format::mediaType).orElse(offered.getFirst());
  }

  /**
   * Whether the caller prefers a page to JSON; browsers name HTML in {@code Accept}, programs do
   * not.
   */
  public static boolean prefersPage(@Nullable String accept) {
    return best(accept, List.of(JsonFormat.TYPE, MediaType.TEXT_HTML_VALUE), Function.identity())
        .equals(Optional.of(MediaType.TEXT_HTML_VALUE));
  }

  private static <T> Optional<T> best(
      @Nullable String accept, List<T> offered, Function<T, String> mediaType) {
    try {
      return acceptsAnything(accept) ? Optional.empty() : best(parsed(accept), offered, mediaType);
    } catch (ApiError unreadable) {
      // A refusal must still be sent, whether for this header or for something else.
      return Optional.empty();
    }
  }

  private static boolean acceptsAnything(@Nullable String accept) {
    return accept == null || accept.isBlank() || accept.equals("*/*");
  }

  private static List<MediaType> parsed(@Nullable String accept) {
    try {
      return MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException e) {
      throw new ApiError(
          ErrorCode.NOT_ACCEPTABLE,
          "The field Accept cannot be read.",
          "Send Accept: application/graphql-response+json, for one.");
    }
  }

  private static <T> Optional<T> best(
      List<MediaType> accepted, List<T> offered, Function<T, String> mediaType) {
    T best = null;
    Rank rank = Rank.NONE;
    for (T each : offered) {
      Rank own = rank(MediaType.parseMediaType(mediaType.apply(each)), accepted);
      if (own.before(rank)) {
        rank = own;
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The most specific range that matches a type decides, as HTTP requires. */
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
    Charset charset = range.getCharset();
    return charset == null || charset.equals(StandardCharsets.UTF_8);
  }

  /** How much a type is preferred. */
  private record Rank(double quality, int place) {

    static final Rank NONE = new Rank(0, Integer.MAX_VALUE);

    boolean before(Rank other) {
      return quality > other.quality
          || (quality > 0 && quality == other.quality && place < other.place);
    }
  }
}
