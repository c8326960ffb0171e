package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stadtstand.deliver.description.DeliveriesBelow;

/** Tells a folder of deliveries from the folder around it and from a delivery itself. */
final class PackageLayout {

  private PackageLayout() {}

  /** Why nothing can be imported from there, and what was probably meant. */
  static Optional<String> fault(Path pack) throws IOException {
    List<Path> folders = DeliveriesBelow.folders(pack);
    if (folders.stream().anyMatch(DeliveriesBelow::isDelivery)) {
      return Optional.empty();
    }
    if (DeliveriesBelow.isDelivery(pack)) {
      return Optional.of(
          "%s is a delivery, and no folder of deliveries. Set ingest.packages to the folder around it: %s"
              .formatted(pack, around(pack)));
    }
    List<Path> packages = new ArrayList<>();
    for (Path folder : folders) {
      if (DeliveriesBelow.isPackage(folder)) {
        packages.add(folder);
      }
    }
    String named = packages.stream().map(Path::toString).collect(Collectors.joining(","));
    return packages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s holds no deliveries, but the folders of cities. Set ingest.packages to them: %s"
                .formatted(pack, named));
  }

  private static Path around(Path pack) {
    Path above = pack.toAbsolutePath().normalize().getParent();
    return pack.getParent() != null ? pack.getParent() : above == null ? pack : above;
  }
}
