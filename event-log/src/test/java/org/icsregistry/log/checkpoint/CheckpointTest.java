package org.icsregistry.log.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.icsregistry.log.Hostile;
import org.icsregistry.log.LogException;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SignedNote;
import org.icsregistry.log.note.SigningKey;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  /** C2SP tlog-cosignature, the example at its beginning; the keys are not given. */
  private static final String SPEC =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
      """;

  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

  @Test
  void parse_readsTheCheckpointOfTheSpecification() {
    SignedCheckpoint signed = SignedCheckpoint.parse(SPEC.getBytes(UTF_8));
    assertThat(signed.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(signed.checkpoint().size()).isEqualTo(20_852_163);
    assertThat(signed.checkpoint().root()).asBase64Encoded().isEqualTo(ROOT);
    assertThat(signed.checkpoint().extensions()).isEmpty();
    assertThat(CosignatureVerifier.time(signed.note().signatures().getLast()))
        .hasToString("2023-03-20T12:25:47Z");
    assertThat(new String(signed.bytes(), UTF_8)).isEqualTo(SPEC);
  }

  @Test
  void parse_keepsExtensionLines() {
    String text = "log\n0\n" + ROOT + "\none\ntwo 2\n";
    Checkpoint checkpoint = Checkpoint.parse(text);
    assertThat(checkpoint.extensions()).containsExactly("one", "two 2");
    assertThat(checkpoint.text()).isEqualTo(text);
    assertThat(checkpoint)
        .isEqualTo(new Checkpoint("log", 0, checkpoint.root(), List.of("one", "two 2")));
  }

  @Test
  void parse_names_eachDefect() {
    refuses("", CheckpointException.MissingLine.class);
    refuses("log\n1\n", CheckpointException.MissingLine.class);
    refuses("log\n1\n" + ROOT, CheckpointException.MissingLine.class);
    refuses("log\n1\n" + ROOT + "\nunfinished", CheckpointException.MissingLine.class);
    refuses("\n1\n" + ROOT + "\n", CheckpointException.MalformedOrigin.class);
    for (String size : List.of("", "01", "-1", "+1", " 1", "1 ", "9223372036854775808", "x")) {
      refuses("log\n" + size + "\n" + ROOT + "\n", CheckpointException.MalformedSize.class);
    }
    for (String root :
        List.of(
            "", "AAAA", ROOT + "=", ROOT.replace("I=", "J="), ROOT.replace("=", ""), " " + ROOT)) {
      refuses("log\n1\n" + root + "\n", CheckpointException.MalformedRoot.class);
    }
    refuses("log\n1\n" + ROOT + "\n\n", CheckpointException.MalformedExtension.class);
    refuses("log\n1\n" + ROOT + "\none\n\ntwo\n", CheckpointException.MalformedExtension.class);
  }

  @Test
  void checkpoint_rejects_whatItsTextCouldNotSay() {
    byte[] root = new byte[32];
    assertThatThrownBy(() -> new Checkpoint("a\nb", 1, root))
        .isInstanceOf(CheckpointException.MalformedOrigin.class);
    assertThatThrownBy(() -> new Checkpoint("a", -1, root))
        .isInstanceOf(CheckpointException.MalformedSize.class);
    assertThatThrownBy(() -> new Checkpoint("a", 1, new byte[31]))
        .isInstanceOf(CheckpointException.MalformedRoot.class);
    assertThatThrownBy(() -> new Checkpoint("a", 1, root, List.of("x\ny")))
        .isInstanceOf(CheckpointException.MalformedExtension.class);
  }

  @Test
  void signedCheckpoint_rejects_aNoteThatIsNotACheckpoint() {
    Ed25519Signer signer = new Ed25519Signer(SigningKey.generate("log", KeyType.ED25519));
    byte[] note = SignedNote.sign("anything\n", signer).bytes();
    assertThatThrownBy(() -> SignedCheckpoint.parse(note)).isInstanceOf(CheckpointException.class);
  }

  @Test
  void parse_letsNothingButNamedExceptionsOut() {
    Hostile.onlyNamedExceptions(
        4,
        List.of(SPEC.getBytes(UTF_8)),
        bytes -> assertThat(SignedCheckpoint.parse(bytes).bytes()).isEqualTo(bytes));
  }

  private static void refuses(String text, Class<? extends LogException> defect) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).as(text).isInstanceOf(defect);
  }
}
