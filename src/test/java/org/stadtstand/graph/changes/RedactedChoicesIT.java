package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtstand.Questions;
import org.stadtstand.TestConsole;
import org.stadtstand.deliver.reading.DeliveryFolder;
import tools.jackson.databind.JsonNode;

/**
 * A choice that stands in the place of one withheld by law is in no label, filter, group or facet
 * the same as one that the city stated, and all of them count it alike.
 */
class RedactedChoicesIT {

  private static final String CITY = "withheld-choices";

  private static final Map<String, String> LISTS =
      Map.of("statusChanges", "status", "decisions", "result", "assessments", "endToEnd");

  private static final String COUNTED =
      """
      { {list}(municipality: "{city}") {
          nodes { key {field} de: {field}Label en: {field}Label(lang: EN) }
          stated: count(filter: {{field}: {eq: UNKNOWN}})
          among: count(filter: {{field}: {in: [UNKNOWN]}})
          none: count(filter: {{field}: {isNull: true}})
          some: count(filter: {{field}: {isNull: false}})
          groups(by: [{field: {COLUMN}}]) { nodes { keys { {field} {field}Absent } count } }
          facets(of: [{COLUMN}]) { values { value absent count } } }
        stated: {list}(municipality: "{city}", filter: {{field}: {eq: UNKNOWN}}) {
          totalCount undecidedCount nodes { key } }
        none: {list}(municipality: "{city}", filter: {{field}: {isNull: true}}) { nodes { key } }
        others: {list}(municipality: "{city}", filter: {not: {{field}: {eq: UNKNOWN}}}) {
          nodes { key } } }
      """;

  private static final String DERIVED =
      """
      { projects(municipality: "%1$s", orderBy: [{field: KEY}]) {
          nodes { status statusLabel en: statusLabel(lang: EN) then: statusLabel(on: "2024-06-30")
            statusChanges { nodes { statusLabel } } } }
        services(municipality: "%1$s", orderBy: [{field: KEY}]) {
          nodes { endToEnd endToEndLabel onlineApplicationLabel } }
        changes(municipality: "%1$s", filter: {kind: {eq: STATUS_CHANGED}}) {
          nodes { sentence en: sentence(lang: EN) } } }
      """;

  @Test
  void areToldFromWhatWasStated() throws Exception {
    publish();
    for (String place :
        List.of(
            "project_status_change e-1 status",
            "decision e-1 result",
            "service_assessment e-1 end_to_end")) {
      new TestConsole(OwnServer.application()).withhold(CITY, place);
    }
    // Asked more than once, so that the second answer comes from memory where there is one.
    for (Questions server :
        List.of(OwnServer.withoutSheets(), OwnServer.questions(), OwnServer.questions())) {
      LISTS.forEach((list, field) -> areCounted(server, list, field));
      isSaidOfWhatFollows(server);
    }
  }

  private static void areCounted(Questions server, String list, String field) {
    String column = field.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT);
    String asked =
        COUNTED
            .replace("{list}", list)
            .replace("{field}", field)
            .replace("{COLUMN}", column)
            .replace("{city}", CITY);
    JsonNode data = server.data(asked);
    JsonNode all = data.get(list);
    for (JsonNode row : all.get("nodes")) {
      boolean withheld = row.get("key").asString().equals("e-1");
      assertThat(row.get(field).asString()).as(list).isEqualTo("UNKNOWN");
      assertThat(row.get("de").asString().toLowerCase(java.util.Locale.ROOT))
          .as(list)
          .isEqualTo(withheld ? "gesetzlich zurückgehalten" : "keine angabe");
      assertThat(row.get("en").asString()).isEqualTo(withheld ? "withheld by law" : "not stated");
    }
    for (String one : List.of("stated", "among", "none", "some")) {
      assertThat(all.get(one).asInt()).as(list + " " + one).isEqualTo(1);
    }
    assertThat(all.at("/groups/nodes").toString())
        .isEqualTo(
            "[{\"keys\":{\"%1$s\":\"UNKNOWN\",\"%1$sAbsent\":null},\"count\":1},{\"keys\":{\"%1$s\":null,\"%1$sAbsent\":\"WITHHELD\"},\"count\":1}]"
                .formatted(field));
    assertThat(all.at("/facets/0/values").toString())
        .isEqualTo(
            "[{\"value\":\"UNKNOWN\",\"absent\":null,\"count\":1},{\"value\":null,\"absent\":\"WITHHELD\",\"count\":1}]");
    assertThat(data.get("stated").toString())
        .isEqualTo("{\"totalCount\":1,\"undecidedCount\":1,\"nodes\":[{\"key\":\"e-2\"}]}");
    for (String one : List.of("none", "others")) {
      assertThat(data.at("/" + one + "/nodes").toString())
          .as(list + " " + one)
          .isEqualTo("[{\"key\":\"e-1\"}]");
    }
  }

  private static void isSaidOfWhatFollows(Questions server) {
    JsonNode data = server.data(DERIVED.formatted(CITY));
    assertThat(data.at("/projects/nodes").toString())
        .isEqualTo(
            "[{\"status\":\"UNKNOWN\",\"statusLabel\":\"gesetzlich"
                + " zurückgehalten\",\"en\":\"withheld by law\",\"then\":\"gesetzlich"
                + " zurückgehalten\",\"statusChanges\":{\"nodes\":[{\"statusLabel\":\"gesetzlich"
                + " zurückgehalten\"}]}},{\"status\":\"UNKNOWN\",\"statusLabel\":\"Keine"
                + " Angabe\",\"en\":\"not stated\",\"then\":\"Keine"
                + " Angabe\",\"statusChanges\":{\"nodes\":[{\"statusLabel\":\"Keine Angabe\"}]}}]");
    assertThat(data.at("/changes/nodes").toString())
        .contains(
            "„Ampeln“: Status „gesetzlich zurückgehalten“ ab 1. Januar 2024.",
            "“Lights”: status “withheld by law” from 1 January 2024.",
            "„Busse“: Status „Keine Angabe“ ab 1. Januar 2024.");
    assertThat(data.at("/services/nodes").toString())
        .isEqualTo(
            "[{\"endToEnd\":\"UNKNOWN\",\"endToEndLabel\":\"gesetzlich"
                + " zurückgehalten\",\"onlineApplicationLabel\":\"Ja\"},{\"endToEnd\":\"UNKNOWN\",\"endToEndLabel\":\"Keine"
                + " Angabe\",\"onlineApplicationLabel\":\"Ja\"}]");
  }

  private static void publish() throws Exception {
    DeliveryFolder folder = OwnServer.first(CITY, 2);
    folder.table(
        "org_unit",
        "key,kind,name_de,external",
        "office,OFFICE,Amt,false",
        "board,COMMITTEE,Ausschuss,false");
    folder.table(
        "project",
        "key,title_de,title_en,translation",
        "p-1,Ampeln,Lights,HUMAN",
        "p-2,Busse,Buses,HUMAN");
    folder.table(
        "project_status_change",
        "key,project,status,effective_on",
        "e-1,p-1,PILOT,2024-01-01",
        "e-2,p-2,UNKNOWN,2024-01-01");
    folder.table(
        "decision",
        "key,body,decided_on,title,result",
        "e-1,board,2024-01-01,Ampeln,ADOPTED",
        "e-2,board,2024-01-01,Busse,UNKNOWN");
    folder.table("public_service", "key,name_de", "s-1,Anwohnerparken", "s-2,Baumfällung");
    folder.table(
        "service_assessment",
        "key,service,effective_on,assessor,online_application,end_to_end,nature",
        "e-1,s-1,2024-01-01,City,YES,NO,RELAYED",
        "e-2,s-2,2024-01-01,City,YES,UNKNOWN,RELAYED");
    OwnServer.press().publish(folder.write());
  }
}
