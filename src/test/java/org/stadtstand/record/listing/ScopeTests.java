package org.stadtstand.record.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name in braces becomes the table of its scope; all other braces stay as they are. */
class ScopeTests {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {t}.since                     => t0.since
          {t}.since <= {status}.release => t0.since <= t0_status.release
          '{"key":' || {t}.key || '}'   => '{"key":' || t0.key || '}'
          '{}' and '{' || '}}'          => '{}' and '{' || '}}'
          {t                            => {t
          no brace                      => no brace
          """)
  void aBraceThatHoldsNoNameStays(String template, String sql) {
    assertThat(Scope.outermost().sql(template)).isEqualTo(sql);
  }
}
