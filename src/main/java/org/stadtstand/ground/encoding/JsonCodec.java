package org.stadtstand.ground.encoding;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only JSON mappers, and the ways in which they differ. All of them treat fractions as
 * decimals, read digit by digit and written without an exponent, so that no number changes on the
 * way.
 */
public final class JsonCodec {

  /** For machines, and for what this server wrote itself. */
  public static final JsonMapper PLAIN = exact(JsonMapper.builder()).build();

  /** For people as well: descriptions of files, and answers on a page. */
  public static final JsonMapper INDENTED =
      exact(JsonMapper.builder()).enable(SerializationFeature.INDENT_OUTPUT).build();

  /** For keys: the order in which a caller names things makes no difference. */
  public static final JsonMapper SORTED =
      exact(JsonMapper.builder()).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** A number with an exponent of a billion is short to send but slow to calculate with. */
  public static final int DIGITS = 100;

  public static final int DEPTH = 64;

  /** For input from strangers: bounded, without duplicate names or trailing content. */
  public static final JsonMapper STRICT =
      exact(
              JsonMapper.builder(
                  JsonFactory.builder()
                      .streamReadConstraints(
                          StreamReadConstraints.builder()
                              .maxNestingDepth(DEPTH)
                              .maxNumberLength(DIGITS)
                              .build())
                      .build()))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonCodec() {}

  private static JsonMapper.Builder exact(JsonMapper.Builder builder) {
    return builder
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
  }
}
