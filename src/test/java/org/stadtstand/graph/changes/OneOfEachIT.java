package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.serve.link.Web;

/**
 * The pages of a city with one thing of each kind count it as one, and no page has a heading, or a
 * head of a table, with nothing below it.
 */
class OneOfEachIT {

  private static final String CITY = "one-of-each";

  private static final List<String> PAGES =
      List.of(
          "",
          "/ziele",
          "/ziele/t-1",
          "/projekte",
          "/projekte/p-1",
          "/projekte?text=nirgends",
          "/leistungen",
          "/leistungen/s-1",
          "/stellen",
          "/stellen/office",
          "/quellen",
          "/quellen/page",
          "/zahlen",
          "/aenderungen",
          "/stand/1",
          "/vergleich/1-1");

  private static final Pattern MANY =
      Pattern.compile(
          "\\b1 (?:von 1 |of 1 )?(?:Ziele|Projekte|Leistungen|Stellen|Quellen|Aussagen|Tage"
              + "|targets|projects|services|offices|sources|statements|days)\\b");

  private static final Pattern EMPTY =
      Pattern.compile(
          "<h[1-3][^>]*>[^<]*</h[1-3]>\\s*(?:<[ou]l[^>]*>\\s*</[ou]l>\\s*)?</(?:section|div)>"
              + "|<tbody[^>]*>\\s*</tbody>");

  private final Web web = new Web(OwnServer.port());

  @Test
  void isCountedAsOneAndNothingIsEmpty() throws Exception {
    publish();
    for (String language : List.of("", "/en")) {
      String list = words(web.visit(language + "/" + CITY + "/projekte").body());
      assertThat(list).contains(language.isEmpty() ? " 1 Projekt " : " 1 project ");
      String some = words(web.visit(language + "/" + CITY + "/projekte?text=nirgends").body());
      assertThat(some).contains(language.isEmpty() ? "0 von 1 Projekt " : "0 of 1 project ");
      for (String page : PAGES) {
        look(language + "/" + CITY + page);
      }
      for (String page : List.of("", "/ziele", "/zahlen", "/aenderungen")) {
        look(language + "/" + CITY + page + "?am=2001-01-01");
      }
    }
  }

  private void look(String address) {
    String body = web.visit(address).body();
    assertThat(body).as(address).contains("</main>");
    assertThat(found(MANY, words(body))).as(address).isEmpty();
    assertThat(found(EMPTY, body)).as(address).isEmpty();
  }

  private static String words(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static List<String> found(Pattern pattern, String text) {
    return new ArrayList<>(pattern.matcher(text).results().map(MatchResult::group).toList());
  }

  private static void publish() throws Exception {
    DeliveryFolder folder = OwnServer.first(CITY, 3);
    folder.table("org_unit", "key,kind,name_de,external", "office,OFFICE,Amt,false");
    folder.table("focus_area", "key,name_de,position", "streets,Straßen,1");
    folder.table(
        "target",
        "key,focus_area,wording,kind,unit,target_value,due_on",
        "t-1,streets,Zehn Ampeln,COUNT_OF,Ampeln,10,2025");
    folder.table("project", "key,title_de,lead_unit,planned_end", "p-1,Ampeln,office,2027");
    folder.table("public_service", "key,name_de", "s-1,Anwohnerparken");
    OwnServer.press().publish(folder.write());
  }
}
