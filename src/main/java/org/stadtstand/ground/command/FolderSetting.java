package org.stadtstand.ground.command;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A folder named by a setting; Spring itself could not read "Düsseldorf" in every locale. */
@Component
@ConfigurationPropertiesBinding
class FolderSetting implements Converter<String, Path> {

  @Override
  public Path convert(String name) {
    return FolderNames.path(name);
  }
}
