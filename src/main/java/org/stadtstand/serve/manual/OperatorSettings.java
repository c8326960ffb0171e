package org.stadtstand.serve.manual;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What only the operator of a server can say.
 *
 * @param texts the folder of the texts that the law asks for; it need not be there
 * @param contact where readers may write: {@code mailto:} or {@code https:}; empty if nowhere
 */
@ConfigurationProperties(prefix = "operator", ignoreUnknownFields = false)
record OperatorSettings(
    @DefaultValue("config/texts") Path texts, @DefaultValue("") String contact) {

  OperatorSettings {
    if (!contact.isEmpty() && !contact.matches("(mailto:|https?:)\\S+")) {
      throw new IllegalArgumentException(
          "operator.contact must begin with mailto: or https:, but is \"" + contact + "\".");
    }
  }
}
