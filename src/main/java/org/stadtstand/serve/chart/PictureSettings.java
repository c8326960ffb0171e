package org.stadtstand.serve.chart;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many pictures are painted at once, so that they leave the processor to answers.
 *
 * @param patience how long one waits for its turn
 */
@ConfigurationProperties(prefix = "pictures", ignoreUnknownFields = false)
record PictureSettings(@DefaultValue("2") int atOnce, @DefaultValue("5s") Duration patience) {}
