package org.stadtstand.serve.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateRequest;
import org.stadtstand.serve.bulk.DataFile;
import org.stadtstand.serve.bulk.DataFiles;
import org.stadtstand.serve.bulk.DataState;
import org.stadtstand.serve.bulk.DescribedState;
import org.stadtstand.serve.bulk.DescribedStates;
import org.stadtstand.serve.catalogue.CityEntry.Answered;
import org.stadtstand.serve.catalogue.CityEntry.Table;

/** Which cities are in the catalogue, and what is said about each. */
@Component
class Catalogue {

  private final ReleaseDirectory releases;
  private final DescribedStates described;
  private final DataFiles files;
  private final CatalogueSettings settings;

  Catalogue(
      ReleaseDirectory releases,
      DescribedStates described,
      DataFiles files,
      CatalogueSettings settings) {
    this.releases = releases;
    this.described = described;
    this.files = files;
    this.settings = settings;
  }

  /** A city that says all that a dataset must have; invented ones are never listed. */
  record CatalogueCity(DataState state, DescribedState described) {

    String key() {
      return state.place().key();
    }
  }

  /** In the order of their keys. */
  List<CatalogueCity> cities() {
    Present present = releases.present();
    BasisRecorder basis = new BasisRecorder(present);
    basis.pins(new StateRequest(StateRequest.ALL, null));
    if (!basis.missing().isEmpty()) {
      // A portal deletes what it does not find.
      throw new ApiError(
          ErrorCode.NOT_YET_HERE,
          "Some cities are still being imported.",
          "Ask again in some seconds.");
    }
    return present.places().stream()
        .filter(place -> !place.demo())
        .map(this::listed)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(CatalogueCity::key))
        .toList();
  }

  private Optional<CatalogueCity> listed(MunicipalityRef place) {
    DataState state = DataState.of(releases, place.key(), null);
    return described
        .find(state)
        .filter(own -> own.title() != null && own.description() != null)
        .filter(own -> own.contributor() != null)
        .map(own -> new CatalogueCity(state, own));
  }

  /** Whether the documented questions, which name no city, are about this one. */
  boolean isDefault(CatalogueCity city) {
    return releases.present().defaultPlace().filter(city.state().place()::equals).isPresent();
  }

  /** The settings with the publisher that stands in where none is set. */
  CatalogueSettings settings(List<CatalogueCity> cities) {
    if (!settings.publisher().isEmpty()) {
      return settings;
    }
    if (cities.isEmpty()) {
      return new CatalogueSettings(settings.title(), settings.title(), settings.publisherType());
    }
    DescribedState first = cities.getFirst().described();
    String type = first.publisherType();
    return new CatalogueSettings(settings.title(), first.publisher(), type == null ? "" : type);
  }

  /** When the newest release of any of them became known. */
  @Nullable Instant changed(List<CatalogueCity> cities) {
    return cities.stream().map(this::changed).max(Comparator.naturalOrder()).orElse(null);
  }

  /** The same on every installation, unless something was withheld. */
  private Instant changed(CatalogueCity city) {
    Present present = releases.present();
    Instant since = CityEntry.since(present.releases(city.state().place()).getLast());
    Instant withheld = present.withheldAt(city.state().place());
    return withheld.isAfter(since) ? withheld : since;
  }

  CityEntry entry(CatalogueCity city, List<Answered> questions) {
    List<Release> known = releases.present().releases(city.state().place());
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<String, RecordType> table : files.tables().entrySet()) {
      RecordType type = table.getValue();
      DataFile csv = files.described(city.state(), table.getKey() + ".csv");
      if (csv.rows() && !type.table().equals("withdrawals")) {
        Text label = new Text(type.label(Language.DE), type.label(Language.EN));
        tables.add(new Table(table.getKey(), label, csv));
      }
    }
    return new CityEntry(
        city.key(),
        city.described(),
        known,
        changed(city),
        tables,
        files.described(city.state(), "package.zip"),
        questions);
  }
}
