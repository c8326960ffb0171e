package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for an address inside is refused, in every way in which it can be written. */
class OutsideAddressesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:0:1::1"
      })
  void refusesWhatIsInside(String address) {
    OutsideAddresses outside = answering(List.of(), address);
    assertThatThrownBy(() -> outside.find("receiver.example", true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("network of our own (hook.networks)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "169.253.0.1",
        "100.128.0.1",
        "168.63.129.17",
        "223.255.255.255",
        "2a00:1450::1",
        "2001:4860::8888"
      })
  void letsThroughWhatIsOutside(String address) throws IOException {
    OutsideAddresses outside = answering(List.of(), address);
    assertThat(outside.find("receiver.example", true))
        .containsExactly(InetAddress.ofLiteral(address));
    assertThatThrownBy(() -> outside.find("receiver.example", false))
        .hasMessageContaining("only https is spoken");
  }

  @Test
  void oneAddressInsideAmongOthersIsEnough() {
    OutsideAddresses outside = answering(List.of(), "9.9.9.9", "10.0.0.1");
    assertThatThrownBy(() -> outside.find("receiver.example", true))
        .hasMessageContaining("receiver.example is 10.0.0.1");
  }

  @Test
  void whatAnOperatorAllowsIsReached() throws IOException {
    List<AddressRange> allowed =
        List.of(AddressRange.parse("10.1.2.0/24"), AddressRange.parse("fd00:1::/32"));
    for (boolean encrypted : new boolean[] {true, false}) {
      assertThat(answering(allowed, "10.1.2.200", "fd00:1::9").find("[inside]", encrypted))
          .hasSize(2);
      assertThatThrownBy(() -> answering(allowed, "10.1.3.1").find("inside", encrypted))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> answering(allowed, "fd01:1::9").find("inside", encrypted))
          .isInstanceOf(IOException.class);
    }
  }

  /** A name that stands for something else a moment later: only what was judged is given out. */
  @Test
  void aNameIsLookedUpOnce() throws IOException {
    List<InetAddress> answers =
        new ArrayList<>(
            List.of(InetAddress.ofLiteral("9.9.9.9"), InetAddress.ofLiteral("127.0.0.1")));
    OutsideAddresses outside =
        new OutsideAddresses(name -> new InetAddress[] {answers.removeFirst()}, List.of());
    assertThat(outside.find("rebinding.example", true))
        .containsExactly(InetAddress.ofLiteral("9.9.9.9"));
    assertThatThrownBy(() -> outside.find("rebinding.example", true))
        .hasMessageContaining("127.0.0.1");
  }

  private static OutsideAddresses answering(List<AddressRange> allowed, String... addresses) {
    return new OutsideAddresses(
        name -> Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new),
        allowed);
  }
}
