package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.reading.DeliveryFolder;
import tools.jackson.databind.JsonNode;

/** Figures of values in several units: in one of them if they convert, else none. */
class ConvertedFiguresIT {

  private static int cities;

  private final String city = "units-" + ++cities;
  private final Path parent = OwnServer.folder();

  /** Claims of these values, each "value unit". */
  private void publish(String values) throws Exception {
    List<String> claims =
        new ArrayList<>(List.of("key,topic,said_on,said_by,wording,verbatim,value,unit"));
    for (String value : values.split(" / ", -1)) {
      String[] parts = value.split(" ", 2);
      claims.add(
          "c-%d,OTHER,2024,Rat,Wort,true,%s,%s".formatted(claims.size(), parts[0], parts[1]));
    }
    String ags = "96%06d".formatted(cities);
    OwnServer.press()
        .publish(
            new DeliveryFolder(parent, "01")
                .with("name", "\"%s\"".formatted(city))
                .with("municipality", "\"%s\"".formatted(city))
                .table(
                    "municipality",
                    "key,ags,ars,name_de",
                    "%s,%s,%s0000%s,Sampleton"
                        .formatted(city, ags, ags.substring(0, 5), ags.substring(5)))
                .table(
                    "source",
                    "key,kind,publisher,title,published_on,retrieved_on,reuse",
                    "page,OFFICIAL_PAGE,City,Page,2020-05,2020-06-01,OPEN")
                .table("claim", claims.toArray(String[]::new))
                .write());
  }

  private JsonNode figures() {
    return OwnServer.questions()
        .data(
            """
            { claims(municipality: "%s") {
                aggregates { value { unit units sum avg min max median p90 known } }
                groups(by: [{field: TOPIC}]) { nodes { aggregates { value { unit sum } } } } } }
            """
                .formatted(city))
        .get("claims");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.4 Mt / 60.5 kt | kt | 1460.5 | 730.250 | 60.5 | 1400 | 730.25
          3 km / 500 m / 0.5 km | m | 4000 | 1333.333 | 500 | 3000 | 500
          2 km / 3 km | km | 5 | 2.5 | 2 | 3 | 2.5
          1 Mio. Euro / 250 Tsd. Euro | Tsd. Euro | 1250 | 625 | 250 | 1000 | 625
          2 GWh / 1 MJ | MJ | 7200001 | 3600000.5 | 1 | 7200000 | 3600000.5
          10 Zauberhüte / 20 zauberhüte | Zauberhüte | 30 | 15 | 10 | 20 | 15
          50 Prozent / 499 Promille | Promille | | 499.5 | 499 | 500 | 499.5
          """)
  void valuesThatConvertAreFiguredInTheSmallestUnit(
      String values,
      String unit,
      @Nullable String sum,
      String avg,
      String min,
      String max,
      String median)
      throws Exception {
    publish(values);
    JsonNode all = figures().at("/aggregates/value");
    assertThat(all.get("unit").asString()).isEqualToIgnoringCase(unit);
    assertThat(all.get("sum").isNull()).isEqualTo(sum == null);
    if (sum != null) {
      assertThat(all.get("sum").decimalValue()).isEqualByComparingTo(sum);
    }
    assertThat(all.get("min").decimalValue()).isEqualByComparingTo(min);
    assertThat(all.get("max").decimalValue()).isEqualByComparingTo(max);
    assertThat(all.get("median").decimalValue()).isEqualByComparingTo(median);
    assertThat(all.get("avg").decimalValue()).isEqualByComparingTo(avg);
    assertThat(figures().at("/groups/nodes/0/aggregates/value/sum")).isEqualTo(all.get("sum"));
  }

  @Test
  void valuesThatDoNotConvertHaveNone() throws Exception {
    publish("1 kt / 2 kt CO₂ / 3 km");
    JsonNode all = figures().at("/aggregates/value");
    assertThat(all.get("units").asInt()).isEqualTo(3);
    assertThat(all.get("known").asInt()).isEqualTo(3);
    for (String figure : List.of("unit", "sum", "avg", "min", "max", "median", "p90")) {
      assertThat(all.get(figure).isNull()).as(figure).isTrue();
    }
  }
}
