package org.icsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log goes over from one signing key to the next. */
class KeyChangeTest {

  @TempDir private static Path directory;
  private static RunningRegistry first;
  private static SignedCheckpoint byOld;

  @BeforeAll
  static void aLogSignedWithTheOldKey() {
    first = RunningRegistry.start("registry.log.key-file=" + file("old"));
    byOld = grown(first, Commands.registerPartner("RBV", "NHS_TRUST"));
    first.application().close();
  }

  @AfterAll
  static void stop() {
    first.close();
  }

  private static Path file(String name) {
    return directory.resolve(name);
  }

  @Test
  void bothSignForAWhile_thenTheNewOneAlone_andHistoryIsOne() throws IOException {
    SignedCheckpoint byBoth;
    try (var both = with("old", "registry.log.second-key-file=" + file("new"))) {
      byBoth = grown(both, Commands.registerPartner("R0A", "NHS_TRUST"));
      assertThat(new Served(both).policy().logs())
          .extracting(TlogPolicy.Log::key)
          .containsExactly(key("old"), key("new"));
    }
    SignedCheckpoint byNew;
    try (var alone = with("new")) {
      byNew = grown(alone, Commands.registerPartner("RM3", "NHS_TRUST"));
      new Served(alone).assertConsistent(List.of(byOld, byBoth, byNew));
    }
    assertSignedBy(byOld, List.of("old"), List.of("new"));
    assertSignedBy(byBoth, List.of("old", "new"), List.of());
    assertSignedBy(byNew, List.of("new"), List.of("old"));

    var auditor =
        TlogPolicy.parse(
            "log %s\nlog %s\nquorum none\n"
                .formatted(key("old").text(), key("new").text())
                .getBytes(UTF_8));
    for (var checkpoint : List.of(byOld, byBoth, byNew)) {
      assertThat(auditor.accept(checkpoint).checkpoint()).isEqualTo(checkpoint.checkpoint());
    }
  }

  private static void assertSignedBy(
      SignedCheckpoint checkpoint, List<String> by, List<String> notBy) throws IOException {
    for (var name : by) {
      assertThat(checkpoint.verify(List.of(CheckpointVerifiers.ofLog(key(name))))).hasSize(1);
    }
    for (var name : notBy) {
      var verifier = CheckpointVerifiers.ofLog(key(name));
      assertThatThrownBy(() -> checkpoint.verify(List.of(verifier)))
          .isInstanceOf(NoteException.NoKnownSignature.class);
    }
  }

  @Test
  void aPostQuantumKey_signsAlong() throws IOException {
    var quantum = SigningKey.generate(LogSetup.ORIGIN, KeyType.ML_DSA_44_COSIGNATURE);
    Files.writeString(file("quantum"), quantum.secretText());
    try (var both = with("old", "registry.log.second-key-file=" + file("quantum"))) {
      var checkpoint = grown(both, Commands.registerPartner("RW3", "NHS_TRUST"));
      assertSignedBy(checkpoint, List.of("old", "quantum"), List.of());
    }
  }

  @Test
  void aMissingKey_isNotReplacedByItself() throws IOException {
    assertThatThrownBy(() -> with("lost"))
        .hasStackTraceContaining("its key " + file("lost") + " is missing. Restore the file");
    assertThat(file("lost")).doesNotExist();
    try (var replaced = with("lost", "registry.log.replace-lost-key=true")) {
      var checkpoint = grown(replaced, Commands.registerPartner("RBN", "NHS_TRUST"));
      assertSignedBy(checkpoint, List.of("lost"), List.of("old"));
    }
  }

  @Test
  void aPolicyThatDoesNotNameTheKey_isRefused() throws IOException {
    var other = SigningKey.generate(LogSetup.ORIGIN, KeyType.ED25519).verifierKey();
    Files.writeString(file("policy"), "log " + other.text() + "\nquorum none\n");
    assertThatThrownBy(() -> with("old", "registry.log.policy-file=" + file("policy")))
        .hasStackTraceContaining("Add the line: log " + key("old").text());
  }

  private static VerifierKey key(String name) throws IOException {
    return SigningKey.parse(Files.readString(file(name)).strip()).verifierKey();
  }

  private static RunningRegistry with(String key, String... options) {
    var all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 1, options.length);
    all[0] = "registry.log.key-file=" + file(key);
    return first.another(all);
  }

  private static SignedCheckpoint grown(RunningRegistry registry, String command) {
    registry.accept("QOP", command);
    long size = registry.store().size();
    return await("signed up to " + size)
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(new Served(registry)::checkpoint, c -> c.checkpoint().size() == size);
  }
}
