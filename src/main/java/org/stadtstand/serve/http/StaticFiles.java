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
 * Styles and scripts of the pages, validated by their bytes. By their times a browser would keep an
 * old one for ever: in a reproducible jar all files of all versions have the same time.
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

  /** Weak, because the server compresses some of them on their way. */
  private static String etag(Resource file) {
    try (InputStream bytes = file.getInputStream()) {
      return "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
