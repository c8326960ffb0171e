package org.stadtstand;

import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.stadtstand.history.Present;
import org.stadtstand.ingest.PackageFolders;

/** Starts the server, or runs the command that the first argument names. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.system(Present.ZONE);
  }

  /** The server answers while packages are imported: each release is there when it is committed. */
  @Bean
  ApplicationRunner importNewFolders(PackageFolders folders) {
    return arguments -> folders.importNew();
  }
}
