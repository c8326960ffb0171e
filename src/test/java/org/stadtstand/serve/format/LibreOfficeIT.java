package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.TableColumn;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * LibreOffice, in a German and an English installation, opens the files and finds text, numbers and
 * dates in their cells. Skipped where it is not installed.
 */
class LibreOfficeIT {

  private static final String STANDARD = "Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true";
  private static final String GERMAN = "Text - txt - csv (StarCalc):59,34,76,1,,1031,true,true";

  private static final List<TableColumn> COLUMNS =
      List.of(
          column("ags", CellKind.TEXT),
          column("Straße", CellKind.TEXT),
          column("gap", CellKind.NUMBER),
          column("amount", CellKind.NUMBER),
          column("count", CellKind.INTEGER),
          column("dueOn", CellKind.DATE));

  /** Days that spreadsheets count wrongly, and numbers that they round. */
  private static final List<Object[]> BEYOND =
      List.of(
          beyond("0001-01-01", "1234567890123456"),
          beyond("1815-04-30", "0.1234567890123456"),
          beyond("1899-12-31", "-99999999999999.99"),
          beyond("1900-01-01", "12345678901234567890.5"),
          beyond("1900-02-28", "1.000000000000001"));

  /** The last of what they hold as it is. */
  private static final List<Object[]> WITHIN =
      List.of(
          beyond("1900-03-01", "123456789012345"),
          beyond("9999-12-31", "-0.123456789012345"),
          beyond("2024-02-29", "1200000000000000000"));

  private static final List<Object[]> ROWS =
      List.<Object[]>of(
          new Object[] {
            "05111000",
            "Königsallee „ß“; a, b",
            new BigDecimal("-16.5"),
            new BigDecimal("1234567.25"),
            -380,
            "2025-12-31"
          },
          new Object[] {"=1+1", "zwei\nZeilen", null, new BigDecimal("0.05"), 0, "2024-02-29"});

  @ParameterizedTest
  @CsvSource({
    "de-DE,csv",
    "en-US,csv",
    "de-DE,excel-de",
    "en-US,excel-de",
    "de-DE,xlsx",
    "en-US,xlsx"
  })
  void cellsAreWhatTheyWere(String locale, String form, @TempDir Path folder) throws Exception {
    assumeInstalled();
    List<List<String>> cells = opened(written(form), form, locale, folder);
    assertThat(cells.getFirst())
        .containsExactly(
            "string ags",
            "string Straße",
            "string gap",
            "string amount",
            "string count",
            "string dueOn");
    assertThat(cells.get(1))
        .containsExactly(
            "string 05111000",
            "string Königsallee „ß“; a, b",
            "float -16.5",
            "float 1234567.25",
            "float -380",
            "date 2025-12-31");
    // A workbook stores the type of a text; in a CSV only an apostrophe marks it as one.
    assertThat(cells.get(2))
        .containsExactly(
            form.equals("xlsx") ? "string =1+1" : "string '=1+1",
            "string zwei\nZeilen",
            "",
            "float 0.05",
            "float 0",
            "date 2024-02-29");
  }

  @Test
  void whatAWorkbookCannotHoldIsTextAndCounted(@TempDir Path folder) throws Exception {
    assumeInstalled();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(out, "Stadtstand", null);
    List<Object[]> rows = Stream.concat(BEYOND.stream(), WITHIN.stream()).toList();
    assertThat(writeSheet(workbook, rows).changed())
        .isEqualTo(
            Map.of(
                XlsxSheet.Changed.EARLY_DAY, BEYOND.size(),
                XlsxSheet.Changed.LONG_NUMBER, BEYOND.size()));
    workbook.finish();
    List<List<String>> cells = opened(out.toByteArray(), "xlsx", "de-DE", folder);
    for (int i = 0; i < rows.size(); i++) {
      Object[] row = rows.get(i);
      List<String> read = cells.get(i + 1);
      boolean text = i < BEYOND.size();
      assertThat(read.get(5)).isEqualTo((text ? "string " : "date ") + row[5]);
      if (text) {
        assertThat(read.get(2)).isEqualTo("string " + ((BigDecimal) row[2]).toPlainString());
      } else {
        assertThat(new BigDecimal(read.get(2).replace("float ", "")))
            .isEqualByComparingTo((BigDecimal) row[2]);
      }
    }
  }

  private static void assumeInstalled() {
    assumeTrue(
        Stream.of("/usr/bin/soffice", "/usr/local/bin/soffice")
            .anyMatch(path -> Path.of(path).toFile().canExecute()),
        "LibreOffice is not installed: whether it opens the files is not looked at.");
  }

  private static List<List<String>> opened(byte[] file, String form, String locale, Path folder)
      throws Exception {
    String name = form.equals("xlsx") ? "table.xlsx" : "table.csv";
    java.nio.file.Files.write(folder.resolve(name), file);
    Path profile = folder.resolve("profile/user");
    java.nio.file.Files.createDirectories(profile);
    java.nio.file.Files.writeString(profile.resolve("registrymodifications.xcu"), settings(locale));
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "soffice",
            "--headless",
            "--norestore",
            "-env:UserInstallation=" + folder.resolve("profile").toUri()));
    if (!form.equals("xlsx")) {
      command.add("--infilter=" + (form.equals("csv") ? STANDARD : GERMAN));
    }
    command.addAll(
        List.of(
            "--convert-to",
            "fods",
            "--outdir",
            folder.toString(),
            folder.resolve(name).toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    Path converted = folder.resolve("table.fods");
    assertThat(converted).as(java.nio.file.Files.readString(folder.resolve("log"))).exists();
    return cells(converted);
  }

  private static byte[] written(String form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (form.equals("xlsx")) {
      writeWorkbook(out);
    } else {
      FileOptions options = Files.dialect(form.equals("excel-de"));
      CsvSheet sheet = new CsvSheet(out, COLUMNS, Map.of(), false, options);
      for (@Nullable Object[] row : ROWS) {
        sheet.row(row, null);
      }
      sheet.flush();
    }
    return out.toByteArray();
  }

  private static void writeWorkbook(OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Stadtstand", null);
    writeSheet(workbook, ROWS);
    workbook.finish();
  }

  private static XlsxSheet writeSheet(Workbook workbook, List<Object[]> rows) throws IOException {
    XlsxSheet sheet = new XlsxSheet(workbook, "Daten", COLUMNS, Map.of(), null);
    for (@Nullable Object[] row : rows) {
      sheet.row(row, null);
    }
    sheet.finish();
    return sheet;
  }

  private static Object[] beyond(String day, String number) {
    return new Object[] {"a", "b", new BigDecimal(number), 1, 2, day};
  }

  /** The cells of the first sheet with their types; empty where there is no value. */
  private static List<List<String>> cells(Path fods) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Element sheet =
        (Element)
            factory
                .newDocumentBuilder()
                .parse(fods.toFile())
                .getElementsByTagName("table:table")
                .item(0);
    List<List<String>> rows = new ArrayList<>();
    NodeList found = sheet.getElementsByTagName("table:table-row");
    for (int i = 0; i < found.getLength(); i++) {
      List<String> row = new ArrayList<>();
      NodeList cells = ((Element) found.item(i)).getElementsByTagName("table:table-cell");
      for (int j = 0; j < Math.min(COLUMNS.size(), cells.getLength()); j++) {
        row.add(cell((Element) cells.item(j)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Element cell) {
    String type = cell.getAttribute("office:value-type");
    return switch (type) {
      case "" -> "";
      case "date" -> "date " + cell.getAttribute("office:date-value");
      case "string" -> {
        List<String> lines = new ArrayList<>();
        NodeList paragraphs = cell.getElementsByTagName("text:p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
          lines.add(paragraphs.item(i).getTextContent());
        }
        yield "string " + String.join("\n", lines);
      }
      default -> type + " " + cell.getAttribute("office:value");
    };
  }

  private static String settings(String locale) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
    <value>%s</value></prop></item>
    </oor:items>
    """
        .formatted(locale);
  }

  private static TableColumn column(String name, CellKind kind) {
    return new TableColumn(name, name, name, new Text(name, name), 0, List.of(), kind);
  }
}
