package org.stadtstand.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the styles and scripts of the pages, validated by their bytes. Their times would not do:
 * in a reproducible jar every file of every version has the same one, and browsers would keep old
 * files for ever.
 */
@Component
class StaticFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/*.css", "/*.js", "/*.svg")
        .addResourceLocations("classpath:/static/")
        .setUseLastModified(false)
        .setEtagGenerator(StaticFiles::etag);
  }

  /** Weak, because the server compresses some of these files. */
  private static String etag(Resource file) {
    try (InputStream bytes = file.getInputStream()) {
      return "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
