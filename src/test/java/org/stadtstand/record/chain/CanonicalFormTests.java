package org.stadtstand.record.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published test vectors of the script, which is tested with them too. */
class CanonicalFormTests {

  private static final Path VECTORS = Path.of("src/verifier/vectors.json");

  @Test
  void vectorsHaveTheirTextsAndDigests() throws IOException, NoSuchAlgorithmException {
    JsonNode vectors = JsonMapper.builder().build().readTree(Files.readString(VECTORS));
    assertThat(vectors).hasSize(9);
    for (JsonNode vector : vectors) {
      String text =
          CanonicalForm.text(
              vector.get("table").asString(), vector.get("key").asString(), values(vector));
      assertThat(text).isEqualTo(vector.get("canonical").asString());
      ByteArrayOutputStream hashed = new ByteArrayOutputStream();
      hashed.write(HexFormat.of().parseHex(vector.get("salt").asString()));
      hashed.write(text.getBytes(StandardCharsets.UTF_8));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(hashed.toByteArray());
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(vector.get("digest").asString());
    }
  }

  private static TreeMap<String, Object> values(JsonNode vector) {
    TreeMap<String, Object> values = new TreeMap<>();
    vector
        .get("values")
        .properties()
        .forEach(
            member -> {
              List<String> list = new ArrayList<>();
              member.getValue().forEach(part -> list.add(part.asString()));
              values.put(
                  member.getKey(),
                  member.getValue().isArray() ? list : member.getValue().asString());
            });
    return values;
  }

  @Test
  void aKnownHeadIsANumberAndAHash() {
    String hash = "0a".repeat(32);
    assertThat(KnownHead.parse("4:" + hash)).contains(new KnownHead(4, hash));
    assertThat(KnownHead.parse("4:" + "0A".repeat(32))).contains(new KnownHead(4, hash));
    for (String bad : List.of("", "4", "4:", "0:" + hash, "4:" + hash + "0", "x:" + hash)) {
      assertThat(KnownHead.parse(bad)).as(bad).isEmpty();
    }
  }
}
