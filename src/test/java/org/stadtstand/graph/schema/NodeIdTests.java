package org.stadtstand.graph.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;

/** An id identifies a record and the state at which it was read; only this server issues it. */
class NodeIdTests {

  private static final MunicipalityRef CITY =
      new MunicipalityRef(1, "duesseldorf", "05111000", "051110000000", false);
  private static final LocalDate DAY = LocalDate.of(2025, 8, 1);

  private record Thing(int record, String key, Pin pin) implements Pinned {}

  @Test
  void namesTheThingWhenItWasReadPlainlyNow() {
    String id = NodeId.of("Target", new Thing(7, "inf-1", new Pin(CITY, 9, 2, DAY, true)));
    assertThat(NodeId.parse(id))
        .isEqualTo(new NodeId("Target", "duesseldorf", "inf-1", null, null));
  }

  @Test
  void namesTheStateOtherwise() {
    String id = NodeId.of("Target", new Thing(7, "inf-1", new Pin(CITY, 9, 2, DAY, false)));
    assertThat(NodeId.parse(id)).isEqualTo(new NodeId("Target", "duesseldorf", "inf-1", 2, DAY));
  }

  @Test
  void keepsKeysOfLinksWhole() {
    String key = "public_service:wohnsitz-anmelden~LEIKA~99115005104000";
    String id = NodeId.of("Identifier", new Thing(7, key, new Pin(CITY, 9, 2, DAY, false)));
    assertThat(NodeId.parse(id).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "VGFyZ2V0", "Target:duesseldorf:inf-1", "%%%", "ä"})
  void refusesWhatItDidNotMake(String id) {
    assertThatThrownBy(() -> NodeId.parse(id)).isInstanceOf(ApiError.class);
  }
}
