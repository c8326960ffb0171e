package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stadtstand.Questions;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.serve.link.Web;
import tools.jackson.databind.JsonNode;

/**
 * Of what the law withholds, no sentence and no page says that the city had not stated it: that
 * would be untrue, and blame the city for what it did.
 */
class RedactedStatementsIT {

  private static final String CITY = "withheld-statements";

  private static final List<String> WITHHELD =
      List.of(
          "target t-1 target_value",
          "target t-1 due_on",
          "project p-1 planned_end",
          "project p-1 lead_unit",
          "source page published_on",
          "source page url");

  private static final List<String> PAGES =
      List.of("/ziele", "/ziele/t-1", "/projekte", "/projekte/p-1", "/quellen", "/quellen/page");

  private static final String ASKED =
      "{ targets(municipality: \"%s\", orderBy: [{field: KEY}]) { nodes { de: sentence en:"
          + " sentence(lang: EN) } } }";

  @Test
  void areNotSaidToBeMissing() throws Exception {
    publish();
    assertThat(pages(""))
        .isNotEmpty()
        .noneMatch(page -> page.contains("gesetzlich zurückgehalten"));
    assertThat(sentence(OwnServer.questions()).get("de").asString())
        .startsWith("Ziel „Zehn Ampeln“ für Ende 2025 nach letztem Wert verfehlt: 8 Ampeln");

    TestConsole console = new TestConsole(OwnServer.application());
    console.withhold(CITY, "observation o-1 value");
    for (Questions server : List.of(OwnServer.withoutSheets(), OwnServer.questions())) {
      assertThat(sentence(server).get("de").asString())
          .isEqualTo(
              "Ziel „Zehn Ampeln“ für Ende 2025 fällig, aber der letzte Wert ist gesetzlich"
                  + " zurückgehalten: Zielwert 10 Ampeln.");
    }

    WITHHELD.forEach(place -> console.withhold(CITY, place));
    for (Questions server : List.of(OwnServer.withoutSheets(), OwnServer.questions())) {
      JsonNode told = sentence(server);
      assertThat(told.get("de").asString())
          .isEqualTo(
              "Ziel „Zehn Ampeln“ mit gesetzlich zurückgehaltener Frist nicht messbar, weil der"
                  + " Zielwert gesetzlich zurückgehalten ist.");
      assertThat(told.get("en").asString())
          .isEqualTo(
              "Target “Ten lights” (translated) with a deadline withheld by law not measurable,"
                  + " because the target value is withheld by law.");
    }
    assertThat(pages(""))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(page).contains("gesetzlich zurückgehalten"))
        .noneMatch(page -> page.contains("genannt ist") || page.contains("nicht genannt"))
        .noneMatch(page -> page.contains("kein Ende genannt") || page.contains("ohne Frist"))
        .noneMatch(page -> page.contains("<dd>ohne Datum") || page.contains("<dd>ohne Adresse"));
    assertThat(pages("").get(1))
        .contains("weil das Recht es verlangt: Zielwert.", "weil das Recht es verlangt: Frist.")
        .doesNotContain("target_value", "due_on");
    assertThat(pages("/en").get(1))
        .contains("as the law requires: Target value.", "as the law requires: Due date.");
    assertThat(pages("/en"))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(page).contains("withheld by law"))
        .noneMatch(page -> page.contains("no end stated") || page.contains("no deadline"))
        .noneMatch(page -> page.contains("No target value was stated"));
  }

  private static JsonNode sentence(Questions server) {
    return server.data(ASKED.formatted(CITY)).at("/targets/nodes/0");
  }

  private static List<String> pages(String language) {
    Web web = new Web(OwnServer.port());
    return PAGES.stream().map(page -> web.visit(language + "/" + CITY + page).body()).toList();
  }

  private static void publish() throws Exception {
    DeliveryFolder folder = OwnServer.first(CITY, 1);
    folder.table("org_unit", "key,kind,name_de,external", "office,OFFICE,Amt,false");
    folder.table("focus_area", "key,name_de,position,translation", "streets,Straßen,1,HUMAN");
    folder.table(
        "target",
        "key,focus_area,wording,wording_en,translation,kind,unit,target_value,due_on",
        "t-1,streets,Zehn Ampeln,Ten lights,HUMAN,COUNT_OF,Ampeln,10,2025");
    folder.table(
        "observation",
        "key,target,value,qualifier,nature,observed_on",
        "o-1,t-1,8,EXACT,REPORTED,2025-06-30");
    folder.table(
        "project",
        "key,title_de,title_en,translation,lead_unit,planned_end",
        "p-1,Ampeln,Lights,HUMAN,office,2027");
    OwnServer.press().publish(folder.write());
  }
}
