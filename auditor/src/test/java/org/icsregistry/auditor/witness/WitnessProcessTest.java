package org.icsregistry.auditor.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and what a killed process leaves behind. */
class WitnessProcessTest {

  private static final GrownLog LOG = GrownLog.of(4000);
  private static final String KEY = LOG.verifierKey().text();

  @TempDir private Path directory;

  @Test
  void whatWasAnswered_isOnTheDisk_wheneverTheProcessIsKilled() throws Exception {
    initialise();
    int answered = 0;
    for (int round = 1; round <= 4; round++) {
      try (var witness = WitnessProcess.ready(directory, "--log", KEY, "--port", "0")) {
        int from = Integer.parseInt(witness.add(LOG.request(4000, 4000)).body().strip());
        assertThat(from).as("size after kill " + round).isBetween(answered, answered + 1);
        answered = answersUntilKilled(witness, from, 40 * round);
      }
    }
    assertThat(answered).isGreaterThan(100);
  }

  private void initialise() throws Exception {
    assertThat(WitnessProcess.run(directory, "--log", KEY, "--init").ending())
        .contains("ready", "without --init")
        .endsWith("exit code 0");
  }

  @Test
  void init_endsByItself_andLeavesAStateAsItIs() throws Exception {
    initialise();
    try (var witness = WitnessProcess.ready(directory, "--log", KEY, "--port", "0")) {
      assertThat(witness.add(LOG.request(0, 7)).statusCode()).isEqualTo(200);
      assertThat(witness.stop()).isEqualTo(143);
    }
    initialise();
    try (var witness = WitnessProcess.ready(directory, "--log", KEY, "--port", "0")) {
      assertThat(witness.add(LOG.request(0, 9)).body()).isEqualTo("7\n");
    }
  }

  @Test
  void init_andBeginAt_excludeEachOther() throws Exception {
    assertThat(WitnessProcess.run(directory, "--log", KEY, "--init", "--begin-at", "kept").ending())
        .contains("not both")
        .endsWith("exit code 2");
    assertThat(directory.resolve("state")).doesNotExist();
  }

  /** Asks for one size after the other, and kills the process while requests flow. */
  private static int answersUntilKilled(WitnessProcess witness, int from, int killAfter)
      throws InterruptedException {
    int size = from;
    var killer = CompletableFuture.<Void>completedFuture(null);
    try {
      while (true) {
        assertThat(witness.add(LOG.request(size, size + 1)).statusCode()).isEqualTo(200);
        size++;
        if (size == from + killAfter) {
          killer = CompletableFuture.runAsync(witness::kill);
        }
      }
    } catch (IOException killed) {
      killer.join();
      return size;
    }
  }

  @Test
  void aSignalEndsIt_andItsStateIsFreeAtOnce() throws Exception {
    initialise();
    try (var witness = WitnessProcess.ready(directory, "--log", KEY, "--port", "0")) {
      assertThat(witness.add(LOG.request(0, 7)).statusCode()).isEqualTo(200);
      assertThat(witness.stop()).isEqualTo(143);
    }
    try (var again = WitnessProcess.ready(directory, "--log", KEY, "--port", "0")) {
      assertThat(again.add(LOG.request(0, 9)).body()).isEqualTo("7\n");
    }
  }

  @Test
  void printsItsKey_madeOnce_readableByItsOwnerOnly() throws Exception {
    var first = WitnessProcess.run(directory, "--print-key").ending();
    assertThat(WitnessProcess.run(directory, "--print-key").ending()).isEqualTo(first);
    assertThat(first).endsWith("exit code 0");
    var key = VerifierKey.parse(first.lines().findFirst().orElseThrow());
    assertThat(key.name()).isEqualTo("witness.example.org");
    assertThat(key.type()).isEqualTo(KeyType.ED25519_COSIGNATURE);
    assertThat(Files.getPosixFilePermissions(directory.resolve("key"))).hasSize(2);
  }

  @Test
  void aLostState_isNotReplacedByItself_butByACheckpointThatOthersKept() throws Exception {
    assertThat(WitnessProcess.run(directory, "--log", KEY).ending())
        .contains("has no state of " + GrownLog.ORIGIN, "--init", "--begin-at")
        .endsWith("exit code 1");
    var kept = Files.write(directory.resolve("kept"), LOG.signed(20).bytes());
    try (var witness =
        WitnessProcess.ready(
            directory, "--log", KEY, "--begin-at", kept.toString(), "--port", "0")) {
      assertThat(witness.add(LOG.request(0, 10)).body()).isEqualTo("20\n");
      assertThat(witness.add(LOG.request(20, 40)).statusCode()).isEqualTo(200);
    }
    assertThat(WitnessProcess.run(directory, "--log", KEY, "--begin-at", kept.toString()).ending())
        .contains("never replaces")
        .endsWith("exit code 1");
  }

  @Test
  void aTakenPort_andWrongOptions_areExplained() throws Exception {
    initialise();
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      assertThat(WitnessProcess.run(directory, "--log", KEY, "--port", port).ending())
          .contains("Port " + port, "--port")
          .doesNotContain("\tat ")
          .endsWith("exit code 1");
    }
    assertThat(WitnessProcess.run(directory).ending())
        .contains("--log VKEY")
        .endsWith("exit code 2");
    assertThat(WitnessProcess.run(directory, "--log", "nonsense").ending())
        .contains("A verifier key is")
        .endsWith("exit code 2");
  }
}
