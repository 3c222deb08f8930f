package org.icsregistry.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every case of transparency-dev/merkle; see merkle-vectors/README.md. */
class MerkleVectorsTest {
  @ParameterizedTest
  @MethodSource("inclusionFiles")
  void verify_agreesWithTheInclusionVector(Path file) {
    JsonNode vector = read(file);
    InclusionProof proof =
        new InclusionProof(number(vector, "leafIdx"), number(vector, "treeSize"), path(vector));
    check(vector, () -> proof.verify(hash(vector.get("leafHash")), hash(vector.get("root"))));
  }

  @ParameterizedTest
  @MethodSource("consistencyFiles")
  void verify_agreesWithTheConsistencyVector(Path file) {
    JsonNode vector = read(file);
    ConsistencyProof proof =
        new ConsistencyProof(number(vector, "size1"), number(vector, "size2"), path(vector));
    check(vector, () -> proof.verify(hash(vector.get("root1")), hash(vector.get("root2"))));
  }

  @Test
  void vectors_areAllThere() {
    assertThat(inclusionFiles()).hasSize(98);
    assertThat(consistencyFiles()).hasSize(98);
  }

  private static void check(JsonNode vector, ThrowingCallable verification) {
    if (vector.get("wantErr").asBoolean()) {
      assertThatThrownBy(verification).isInstanceOf(ProofException.class);
    } else {
      assertThatCode(verification).doesNotThrowAnyException();
    }
  }

  static Stream<Path> inclusionFiles() {
    return files("inclusion_");
  }

  static Stream<Path> consistencyFiles() {
    return files("consistency_");
  }

  private static Stream<Path> files(String prefix) {
    try (Stream<Path> all =
        Files.list(
            Path.of(
                Objects.requireNonNull(MerkleVectorsTest.class.getResource("/merkle-vectors"))
                    .toURI()))) {
      return all
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList()
          .stream();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The vectors belong into the test resources", e);
    }
  }

  private static JsonNode read(Path file) {
    return JsonMapper.shared().readTree(file);
  }

  /**
   * Sizes above the largest long, which some cases have, come out negative and are refused as such.
   */
  private static long number(JsonNode vector, String name) {
    return vector.get(name).bigIntegerValue().longValue();
  }

  private static List<byte[]> path(JsonNode vector) {
    JsonNode proof = vector.get("proof");
    return proof.isNull() ? List.of() : proof.valueStream().map(MerkleVectorsTest::hash).toList();
  }

  private static byte[] hash(JsonNode base64) {
    return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.asString());
  }
}
