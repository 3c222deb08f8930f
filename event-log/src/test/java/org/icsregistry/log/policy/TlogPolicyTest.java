package org.icsregistry.log.policy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.log.Hostile;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.NoteException;
import org.icsregistry.log.note.NoteSignature;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;
import org.junit.jupiter.api.Test;

class TlogPolicyTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);
  private static final SigningKey LOG = SigningKey.generate("log.example", KeyType.ED25519);
  private static final List<SigningKey> WITNESSES =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i ->
              SigningKey.generate(
                  "w" + i, i == 6 ? KeyType.ML_DSA_44_COSIGNATURE : KeyType.ED25519_COSIGNATURE))
          .toList();

  private static final String LOG_LINE = "log " + LOG.verifierKey().text() + "\n";

  /** C2SP tlog-policy, section Example policy. */
  private static final String EXAMPLE =
      LOG_LINE
          + witness("X1", 1)
          + witness("X2", 2)
          + witness("X3", 3)
          + "group X-witnesses 2 X1 X2 X3\n\n"
          + witness("Y1", 4)
          + witness("Y2", 5)
          + witness("Y3", 6)
          + "group Y-witnesses any Y1 Y2 Y3\n"
          + "group X-and-Y all X-witnesses Y-witnesses\n"
          + "quorum X-and-Y\n";

  @Test
  void accept_wantsTheQuorumOfTheExample() {
    assertThat(verdict(EXAMPLE, 1, 2, 4).quorumReached()).isTrue();
    assertThat(verdict(EXAMPLE, 2, 3, 6).quorumReached()).isTrue();
    assertThat(verdict(EXAMPLE, 1, 2, 3, 4, 5, 6).quorumReached()).isTrue();
    assertThat(verdict(EXAMPLE).quorumReached()).isFalse();
    assertThat(verdict(EXAMPLE, 1, 2, 3).quorumReached()).isFalse();
    assertThat(verdict(EXAMPLE, 1, 4, 5, 6).quorumReached()).isFalse();
    assertThatThrownBy(() -> parse(EXAMPLE).accept(cosigned(1, 4)))
        .isInstanceOf(PolicyException.QuorumNotReached.class)
        .hasMessage("The cosignatures of 2 of 6 witnesses do not make the quorum");
  }

  @Test
  void accept_tellsWhoCosignedAndWhen() {
    TlogPolicy.Verdict verdict = parse(EXAMPLE).accept(cosigned(2, 3, 6));
    assertThat(verdict.cosigned()).containsOnlyKeys("X2", "X3", "Y3").containsEntry("Y3", TIME);
    assertThat(verdict.checkpoint().size()).isEqualTo(7);
  }

  @Test
  void accept_countsAWitnessOnce_howeverOftenItSigned() {
    assertThat(verdict(EXAMPLE, 1, 1, 1, 4).quorumReached()).isFalse();
  }

  @Test
  void accept_needsNoWitness_whenTheQuorumIsNone() {
    assertThat(parse(LOG_LINE + "quorum none").accept(cosigned()).cosigned()).isEmpty();
    assertThat(parse(LOG_LINE + witness("W", 1) + "quorum W").verify(cosigned()).quorumReached())
        .isFalse();
  }

  @Test
  void verify_names_aLogThatIsNotListed() {
    SigningKey other = SigningKey.generate("other.example", KeyType.ED25519);
    SignedCheckpoint foreign =
        SignedCheckpoint.sign(
            new Checkpoint("other.example", 7, new byte[32]), new Ed25519Signer(other));
    assertThatThrownBy(() -> parse(EXAMPLE).verify(foreign))
        .isInstanceOf(PolicyException.UnknownLog.class);
    assertThatThrownBy(() -> parse("quorum none\n").verify(cosigned()))
        .isInstanceOf(PolicyException.UnknownLog.class);
  }

  @Test
  void verify_names_aLogThatUsesTheOriginOfAnother() {
    // Both are listed, but each may only speak for itself.
    SigningKey other = SigningKey.generate("other.example", KeyType.ED25519);
    SignedCheckpoint usurped =
        SignedCheckpoint.sign(
            new Checkpoint("log.example", 7, new byte[32]), new Ed25519Signer(other));
    TlogPolicy both = parse(LOG_LINE + "log " + other.verifierKey().text() + "\nquorum none\n");
    assertThatThrownBy(() -> both.verify(usurped))
        .isInstanceOf(NoteException.NoKnownSignature.class);
  }

  @Test
  void verify_names_aWrongCosignature() {
    SignedCheckpoint one =
        SignedCheckpoint.sign(
            new Checkpoint("log.example", 8, new byte[32]), new Ed25519Signer(LOG));
    NoteSignature ofAnother =
        new Cosigner(WITNESSES.getFirst()).cosign(cosigned().checkpoint(), TIME);
    assertThatThrownBy(() -> parse(EXAMPLE).verify(one.with(List.of(ofAnother))))
        .isInstanceOf(NoteException.WrongSignature.class);
  }

  @Test
  void parse_readsUrlsCommentsAndWhitespace() {
    TlogPolicy policy =
        parse(
            "# comment\n \t# another\n\n\t log  %s\thttps://log.example/ \n  witness W %s https://w.example/w\nquorum\tW"
                .formatted(LOG.verifierKey().text(), WITNESSES.getFirst().verifierKey().text()));
    assertThat(policy.logs().getFirst().url()).contains("https://log.example/");
    assertThat(policy.witnesses().getFirst().url()).contains("https://w.example/w");
    assertThat(parse(EXAMPLE).witnesses()).hasSize(6).allMatch(witness -> witness.url().isEmpty());
  }

  @Test
  void parse_treatsNamesAsOctets() {
    TlogPolicy kelvin =
        parse(LOG_LINE + witness("K", 1) + witness("\u212a", 2) + "quorum \u212a\n");
    assertThat(kelvin.verify(cosigned(1)).quorumReached()).isFalse();
    assertThat(kelvin.verify(cosigned(2)).quorumReached()).isTrue();
    byte[] notUtf8 =
        (LOG_LINE + witness("\u00ff\u00a0\u0085", 1) + "quorum \u00ff\u00a0\u0085\n")
            .getBytes(ISO_8859_1);
    assertThat(TlogPolicy.parse(notUtf8).verify(cosigned(1)).quorumReached()).isTrue();
  }

  @Test
  void parse_takesAtLeast32OfEach() {
    StringBuilder policy = new StringBuilder();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      policy
          .append("log ")
          .append(SigningKey.generate("l" + i, KeyType.ED25519).verifierKey().text())
          .append('\n');
      SigningKey key = SigningKey.generate("w" + i, KeyType.ED25519_COSIGNATURE);
      policy.append(
          "witness w%d %s\ngroup g%d any w%d\n".formatted(i, key.verifierKey().text(), i, i));
      groups.add("g" + i);
    }
    policy.append("group all 16 ").append(String.join(" ", groups)).append("\nquorum all\n");
    assertThat(parse(policy.toString()).witnesses()).hasSize(32);
  }

  @Test
  void parse_names_eachDefect() {
    String w1 = witness("W1", 1);
    String w2 = witness("W2", 2);
    refuses("", PolicyException.NotOneQuorum.class);
    refuses(LOG_LINE, PolicyException.NotOneQuorum.class);
    refuses("quorum none\nquorum none\n", PolicyException.NotOneQuorum.class);
    refuses("quorum none\r\n", PolicyException.ControlCharacter.class);
    refuses("quorum none\n#\u007f\n", PolicyException.ControlCharacter.class);
    refuses("Quorum none\n", PolicyException.MalformedLine.class);
    refuses("quorum\n", PolicyException.MalformedLine.class);
    refuses("quorum none none\n", PolicyException.MalformedLine.class);
    refuses("log\nquorum none\n", PolicyException.MalformedLine.class);
    refuses("witness W1\nquorum none\n", PolicyException.MalformedLine.class);
    refuses(w1 + "group G all\nquorum none\n", PolicyException.MalformedLine.class);
    refuses("log a b c d\nquorum none\n", PolicyException.MalformedLine.class);
    refuses("log nonsense\nquorum none\n", PolicyException.UnusableKey.class);
    refuses(
        "log " + WITNESSES.getFirst().verifierKey().text() + "\nquorum none\n",
        PolicyException.UnusableKey.class);
    refuses(
        "witness W " + LOG.verifierKey().text() + "\nquorum none\n",
        PolicyException.UnusableKey.class);
    refuses(LOG_LINE + LOG_LINE + "quorum none\n", PolicyException.DuplicateKey.class);
    refuses(w1 + witness("W2", 1) + "quorum none\n", PolicyException.DuplicateKey.class);
    refuses(w1 + witness("W1", 2) + "quorum none\n", PolicyException.NameTaken.class);
    refuses(witness("none", 1) + "quorum none\n", PolicyException.NameTaken.class);
    refuses(w1 + "group W1 any W1\nquorum none\n", PolicyException.NameTaken.class);
    refuses(w1 + "group none any W1\nquorum none\n", PolicyException.NameTaken.class);
    refuses("quorum W1\n" + w1, PolicyException.UnknownName.class);
    refuses("group G any W1\n" + w1 + "quorum G\n", PolicyException.UnknownName.class);
    refuses(w1 + "group G any G\nquorum G\n", PolicyException.UnknownName.class);
    refuses(w1 + "group G any none\nquorum G\n", PolicyException.UnknownName.class);
    refuses(w1 + "group G any W1 W1\nquorum G\n", PolicyException.MemberTwice.class);
    refuses(
        w1 + w2 + "group G any W1\ngroup H any W1 W2\nquorum G\n",
        PolicyException.MemberTwice.class);
    for (String k : List.of("0", "3", "-1", "01", "x", "99999999999999999999")) {
      refuses(
          w1 + w2 + "group G " + k + " W1 W2\nquorum G\n",
          PolicyException.ThresholdOutOfRange.class);
    }
    assertThatThrownBy(() -> TlogPolicy.parse(new byte[(1 << 20) + 1]))
        .isInstanceOf(PolicyException.TooLarge.class);
  }

  @Test
  void parse_limits_howManyGroupsItTakes() {
    StringBuilder policy = new StringBuilder(witness("g0", 1));
    for (int i = 1; i <= 257; i++) {
      policy.append("group g%d all g%d\n".formatted(i, i - 1));
    }
    refuses(policy + "quorum none\n", PolicyException.TooManyLines.class);
  }

  @Test
  void parse_names_aDuplicateKey_underAnotherName() {
    String renamed =
        new VerifierKey("renamed", KeyType.ED25519, LOG.verifierKey().publicKey()).text();
    refuses(LOG_LINE + "log " + renamed + "\nquorum none\n", PolicyException.DuplicateKey.class);
  }

  @Test
  void parse_letsNothingButNamedExceptionsOut() {
    byte[] small = (LOG_LINE + witness("W1", 1) + "group G 1 W1\nquorum G\n").getBytes(UTF_8);
    Hostile.onlyNamedExceptions(
        7, List.of(small), bytes -> assertThat(TlogPolicy.parse(bytes).logs()).isNotNull());
  }

  private static String witness(String name, int number) {
    return "witness %s %s\n".formatted(name, WITNESSES.get(number - 1).verifierKey().text());
  }

  private static TlogPolicy.Verdict verdict(String policy, int... cosigners) {
    return parse(policy).verify(cosigned(cosigners));
  }

  private static SignedCheckpoint cosigned(int... cosigners) {
    SignedCheckpoint signed =
        SignedCheckpoint.sign(
            new Checkpoint("log.example", 7, new byte[32]), new Ed25519Signer(LOG));
    return signed.with(
        Arrays.stream(cosigners)
            .mapToObj(
                number -> new Cosigner(WITNESSES.get(number - 1)).cosign(signed.checkpoint(), TIME))
            .toList());
  }

  private static TlogPolicy parse(String text) {
    return TlogPolicy.parse(text.getBytes(UTF_8));
  }

  private static void refuses(String text, Class<? extends LogException> defect) {
    assertThatThrownBy(() -> parse(text)).as(text).isInstanceOf(defect);
  }
}
