package org.stadtstand.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An address with several hosts is taken apart as the driver reads it. */
class ReplicaHostsTests {

  @Test
  void eachHostHasAnAddressOfItsOwn() {
    assertThat(ReplicaHosts.urls("jdbc:postgresql://one:5433,two/city?ssl=true"))
        .containsExactly(
            "jdbc:postgresql://one:5433/city?ssl=true", "jdbc:postgresql://two:5432/city?ssl=true");
  }

  @Test
  void oneHostStaysWhatItIs() {
    assertThat(ReplicaHosts.urls("jdbc:postgresql://[::1]:5433/city"))
        .containsExactly("jdbc:postgresql://[::1]:5433/city");
    assertThat(ReplicaHosts.urls("jdbc:postgresql:city"))
        .isEqualTo(List.of("jdbc:postgresql:city"));
  }

  @Test
  void aReplicaIsCalledByHostAndPort() {
    assertThat(ReplicaHosts.name("jdbc:postgresql://one:5433/city?password=secret"))
        .isEqualTo("one:5433");
  }
}
