package org.stadtstand.city.evidence;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.springframework.stereotype.Component;
import org.stadtstand.city.municipality.MunicipalityNames;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.time.Pin;

/** The root fields of sources and claims, and the source fields of every fact. */
@Component
class EvidenceFields implements GraphQlRoom {

  private final MunicipalityNames names;

  EvidenceFields(MunicipalityNames names) {
    this.names = names;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.lookup("source", Source.TYPE);
    wiring.root("sources", Source.TYPE);
    wiring.root("claims", Claim.TYPE);
    wiring.<Claim>worded("Claim", "quotation", Claim::quotation);
    Citations.wire(wiring, names);
  }

  @Override
  public Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths() {
    return Map.of("sources", (arguments, pins) -> 1);
  }
}
