package org.stadtstand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The cells of a workbook's sheets as somebody sees them, days as ISO 8601 writes them. */
public final class WorkbookSheets {

  /** What workbooks count days from, after the leap day that they invented. */
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private final ZipFile zip;
  private final Set<String> days = new HashSet<>();

  private WorkbookSheets(ZipFile zip) throws IOException {
    this.zip = zip;
    Set<String> formats = new HashSet<>();
    Document styles = document("xl/styles.xml");
    elements(styles.getElementsByTagName("numFmt")).stream()
        .filter(format -> format.getAttribute("formatCode").contains("yyyy"))
        .forEach(format -> formats.add(format.getAttribute("numFmtId")));
    Element styled = (Element) styles.getElementsByTagName("cellXfs").item(0);
    List<Element> all = elements(styled.getElementsByTagName("xf"));
    for (int i = 0; i < all.size(); i++) {
      if (formats.contains(all.get(i).getAttribute("numFmtId"))) {
        days.add(String.valueOf(i));
      }
    }
  }

  static List<List<List<String>>> of(byte[] workbook) throws IOException {
    return read(
        workbook,
        zip -> {
          WorkbookSheets reader = new WorkbookSheets(zip);
          List<List<List<String>>> sheets = new ArrayList<>();
          for (int i = 1; zip.getEntry("xl/worksheets/sheet" + i + ".xml") != null; i++) {
            sheets.add(reader.sheet("xl/worksheets/sheet" + i + ".xml"));
          }
          return sheets;
        });
  }

  public static List<String> names(byte[] workbook) throws IOException {
    return read(
        workbook,
        zip ->
            elements(
                    new WorkbookSheets(zip)
                        .document("xl/workbook.xml")
                        .getElementsByTagName("sheet"))
                .stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList());
  }

  /** Reads what is in a workbook. */
  private interface Reading<T> {

    T of(ZipFile workbook) throws IOException;
  }

  /** By the table at the end of the file: a workbook that was streamed says sizes only there. */
  private static <T> T read(byte[] workbook, Reading<T> reading) throws IOException {
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return reading.of(zip);
      }
    } finally {
      Files.delete(file);
    }
  }

  private List<List<String>> sheet(String name) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Element row : elements(document(name).getElementsByTagName("row"))) {
      List<String> cells = new ArrayList<>();
      for (Element cell : elements(row.getElementsByTagName("c"))) {
        int column = column(cell.getAttribute("r"));
        while (cells.size() <= column) {
          cells.add("");
        }
        cells.set(column, text(cell));
      }
      rows.add(cells);
    }
    return rows;
  }

  private String text(Element cell) {
    String text = cell.getTextContent();
    return days.contains(cell.getAttribute("s")) && !text.isEmpty()
        ? ZERO.plusDays((long) Double.parseDouble(text)).toString()
        : text;
  }

  /** "B7" is in column 1. */
  private static int column(String place) {
    return place.chars().filter(Character::isLetter).reduce(0, (n, c) -> n * 26 + c - 'A' + 1) - 1;
  }

  private Document document(String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(name + " is no XML", e);
    }
  }

  private static List<Element> elements(NodeList list) {
    return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i)).toList();
  }
}
