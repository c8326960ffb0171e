package org.stadtstand.ground.encoding;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON of this house, and the three ways in which it may differ. Fractions are decimals in
 * all of them, read digit by digit and written without an exponent, so that no figure changes on
 * its way.
 */
public final class JsonCodec {

  /** What machines read, and what this server wrote itself. */
  public static final JsonMapper PLAIN = exact(JsonMapper.builder()).build();

  /** What people read, too: descriptions of files, and answers on a page. */
  public static final JsonMapper INDENTED =
      exact(JsonMapper.builder()).enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Keys: the order in which a caller names things changes nothing. */
  public static final JsonMapper SORTED =
      exact(JsonMapper.builder()).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** A number with an exponent of a billion is short to send and long to calculate with. */
  public static final int DIGITS = 100;

  public static final int DEPTH = 64;

  /** What strangers send: bounded, one value of a name, and nothing after the first value. */
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
