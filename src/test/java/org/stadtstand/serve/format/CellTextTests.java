package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.text.FormulaGuard;
import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.TableColumn;

/**
 * Text is written into cells so that no spreadsheet executes it, loses it or takes it for a number.
 */
class CellTextTests {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49 211", "-5", "@sum", "\tx", "\rx", "'=x"})
  void formulasAreMadeHarmless(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "05111000", "a=b", "'n Kölsch", "1-2", "„Ziel“"})
  void otherTextStaysAsItIs(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
  }

  /** Otherwise an exported table could not be delivered again. */
  @Property
  void oneApostropheLessIsAlwaysTheText(
      @ForAll @Chars({'\'', '=', '+', '-', '@', 'a'}) String text) {
    String written = FormulaGuard.guarded(text);
    assertThat(FormulaGuard.plain(written)).isEqualTo(text);
  }

  @Property
  void aWorkbookHoldsOnlyWhatXmlAllows(
      @ForAll @CharRange(from = '\u0000', to = '\uFFFF') String text) {
    assertThat(CellText.inWorkbook(text).chars().filter(c -> c < ' ' && "\t\n\r".indexOf(c) < 0))
        .isEmpty();
    byte[] bytes = CellText.inWorkbook(text).getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(CellText.inWorkbook(text));
  }

  @Test
  void aTextTooLongForACellIsShortenedAndSaysSo() {
    String text = "ä".repeat(40_000);
    assertThat(CellText.shortened(text)).hasSizeLessThanOrEqualTo(32_767).endsWith("[gekürzt]");
    assertThat(CellText.shortened("kurz")).isEqualTo("kurz");
  }

  @Test
  void numbersAreNeverGuardedAndTextAlwaysQuoted() throws IOException {
    assertThat(csv(false, "-3,5", new BigDecimal("-3.5"), "=cmd|' /C calc'!A0", "sagt \"ja\"\nund"))
        .isEqualTo(
            "t,n,f,q\r\n\"-3,5\",-3.5,\"'=cmd|' /C calc'!A0\",\"sagt \"\"ja\"\"\nund\"\r\n"
                .replace("\"-3,5\"", "\"'-3,5\""));
    assertThat(csv(true, "x", new BigDecimal("-1E+3"), null, "")).contains("\"x\";-1000;;\"\"");
  }

  private static String csv(boolean excel, @Nullable Object... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvSheet sheet =
        new CsvSheet(
            out,
            List.of(
                new TableColumn("t", "t", "t", new Text("t", "t"), 0, List.of(), CellKind.TEXT),
                new TableColumn("n", "n", "n", new Text("n", "n"), 0, List.of(), CellKind.NUMBER),
                new TableColumn("f", "f", "f", new Text("f", "f"), 0, List.of(), CellKind.TEXT),
                new TableColumn("q", "q", "q", new Text("q", "q"), 0, List.of(), CellKind.TEXT)),
            Map.of(),
            false,
            Files.dialect(excel));
    sheet.row(cells, null);
    sheet.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
