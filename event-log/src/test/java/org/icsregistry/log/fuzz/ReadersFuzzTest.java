package org.icsregistry.log.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import java.util.function.Function;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.SignedNote;
import org.icsregistry.log.note.VerifierKey;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tile.EntryBundle;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.TilePath;

/**
 * Every reader of what strangers send, guided by coverage: it either refuses with the exception
 * that names the defect, or what it read has exactly the one spelling that was read. A usual test
 * run repeats the inputs kept beside this class and those that once failed; {@code bin/fuzz} looks
 * for new ones.
 */
class ReadersFuzzTest {

  @FuzzTest(maxDuration = "")
  void note(byte[] input) {
    read(input, SignedNote::parse).ifPresent(note -> assertThat(note.bytes()).isEqualTo(input));
  }

  @FuzzTest(maxDuration = "")
  void checkpoint(byte[] input) {
    read(input, SignedCheckpoint::parse)
        .ifPresent(signed -> {
          assertThat(signed.bytes()).isEqualTo(input);
          assertThat(signed.note().text()).isEqualTo(signed.checkpoint().text());
        });
  }

  @FuzzTest(maxDuration = "")
  void verifierKey(byte[] input) {
    var text = new String(input, UTF_8);
    read(text, VerifierKey::parse).ifPresent(key -> assertThat(key.text()).isEqualTo(text));
  }

  @FuzzTest(maxDuration = "")
  void tilePath(byte[] input) {
    var text = new String(input, UTF_8);
    read(text, TilePath::parse)
        .ifPresent(path -> {
          assertThat(path.text()).isEqualTo(text);
          assertThat(path.width()).isBetween(1, TilePath.FULL_WIDTH);
          assertThat(path.index()).isNotNegative();
        });
  }

  @FuzzTest(maxDuration = "")
  void entryBundle(byte[] input) {
    var path = new EntryBundlePath(0, 1 + (input.length == 0 ? 0 : input[0] & 0x07));
    read(input, bytes -> EntryBundle.parse(path, bytes))
        .ifPresent(bundle -> assertThat(bundle.bytes()).isEqualTo(input));
  }

  @FuzzTest(maxDuration = "")
  void proof(byte[] input) {
    read(input, TlogProof::parse).ifPresent(proof -> assertThat(proof.bytes()).isEqualTo(input));
  }

  /** A policy may be spelled in many ways; what can be read can be asked about any checkpoint. */
  @FuzzTest(maxDuration = "")
  void policy(byte[] input) {
    read(input, TlogPolicy::parse)
        .ifPresent(policy ->
            read(CHECKPOINT, bytes -> policy.accept(SignedCheckpoint.parse(bytes)))
                .ifPresent(verdict -> assertThat(verdict.quorumReached()).isTrue()));
  }

  private static final byte[] CHECKPOINT =
      """
      log.example
      0
      47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

      — log.example AAAAAAA=
      """
          .getBytes(UTF_8);

  private static <I, O> Optional<O> read(I input, Function<I, O> reader) {
    try {
      return Optional.of(reader.apply(input));
    } catch (LogException named) {
      return Optional.empty();
    }
  }
}
