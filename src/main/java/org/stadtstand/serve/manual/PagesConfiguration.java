package org.stadtstand.serve.manual;

import com.samskivert.mustache.Mustache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Configures how pages are rendered. */
@Configuration(proxyBeanMethods = false)
public class PagesConfiguration {

  /** Renders a null as a dash, while a name missing from the answer is still an error. */
  @Bean
  public static Mustache.Compiler templates(Mustache.TemplateLoader files) {
    return Mustache.compiler()
        .withLoader(files)
        .nullValue("–")
        .emptyStringIsFalse(true)
        .zeroIsFalse(true);
  }

  @Bean
  static LocaleResolver localeResolver() {
    return new PageLanguage();
  }
}
