package org.icsregistry.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.icsregistry.log.Hostile;
import org.icsregistry.log.LogException;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
  /** C2SP signed-note, section Example. */
  private static final String SPEC_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String SPEC_NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  /** C2SP signed-note, the poem at its beginning; its key is not given. */
  private static final String SPEC_POEM =
      """
      Ognuno sta solo sul cuor della terra
      trafitto da un raggio di sole:

      ed è subito sera.

      — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
      """;

  private static final SigningKey ALICE = SigningKey.generate("example.org/alice", KeyType.ED25519);
  private static final SigningKey BOB = SigningKey.generate("example.org/bob", KeyType.ED25519);

  @Test
  void verify_acceptsTheNoteOfTheSpecification() {
    SignedNote note = parse(SPEC_NOTE);
    assertThat(note.text()).isEqualTo("This is an example message.\n");
    assertThat(note.verify(known(VerifierKey.parse(SPEC_KEY)))).isEqualTo(note.signatures());
  }

  @Test
  void parse_dividesAtTheLastEmptyLine() {
    SignedNote note = parse(SPEC_POEM);
    assertThat(note.text()).endsWith("sole:\n\ned è subito sera.\n");
    assertThat(note.signatures())
        .extracting(NoteSignature::name)
        .containsExactly("quasimodo.example/salvatore");
    assertThat(new String(note.bytes(), UTF_8)).isEqualTo(SPEC_POEM);
  }

  @Test
  void verify_ignoresUnknownKeys_andReturnsTheKnownOnes() {
    SignedNote note = SignedNote.sign("text\n", new Ed25519Signer(ALICE), new Ed25519Signer(BOB));
    assertThat(note.verify(known(BOB.verifierKey())))
        .extracting(NoteSignature::name)
        .containsExactly(BOB.verifierKey().name());
    assertThat(parse(new String(note.bytes(), UTF_8))).isEqualTo(note);
  }

  @Test
  void verify_ignoresAKey_thatSharesOnlyItsNameOrOnlyItsId() {
    SigningKey namesake = SigningKey.generate("example.org/alice", KeyType.ED25519);
    SignedNote note = SignedNote.sign("text\n", new Ed25519Signer(namesake));
    NoteSignature sameId =
        new NoteSignature("example.org/eve", ALICE.verifierKey().id(), new byte[64]);
    assertThatThrownBy(() -> note.with(List.of(sameId)).verify(known(ALICE.verifierKey())))
        .isInstanceOf(NoteException.NoKnownSignature.class);
  }

  @Test
  void verify_rejectsTheWholeNote_whenOneKnownSignatureIsWrong() {
    SignedNote signed = SignedNote.sign("text\n", new Ed25519Signer(ALICE), new Ed25519Signer(BOB));
    SignedNote changed =
        new SignedNote(
            "Text\n",
            List.of(new Ed25519Signer(ALICE).sign("Text\n"), signed.signatures().getLast()));
    assertThatThrownBy(() -> changed.verify(known(ALICE.verifierKey(), BOB.verifierKey())))
        .isInstanceOf(NoteException.WrongSignature.class);
  }

  @Test
  void verify_rejects_whenNoKeyIsKnown() {
    assertThatThrownBy(() -> parse(SPEC_NOTE).verify(List.of()))
        .isInstanceOf(NoteException.NoKnownSignature.class);
  }

  @Test
  void verify_rejects_whenTwoKnownKeysCannotBeToldApart() {
    assertThatThrownBy(
            () -> parse(SPEC_NOTE).verify(known(ALICE.verifierKey(), ALICE.verifierKey())))
        .isInstanceOf(KeyException.Ambiguous.class);
  }

  @Test
  void verify_rejects_anySignatureOfAnotherLength() {
    NoteSignature cut =
        new NoteSignature(ALICE.verifierKey().name(), ALICE.verifierKey().id(), new byte[63]);
    assertThatThrownBy(
            () -> new SignedNote("text\n", List.of(cut)).verify(known(ALICE.verifierKey())))
        .isInstanceOf(NoteException.WrongSignature.class);
  }

  @Test
  void verify_rejects_aScalarBeyondTheOrderOfTheGroup() {
    byte[] signature = new Ed25519Signer(ALICE).sign("text\n").signature();
    signature[63] = (byte) 0xff;
    NoteSignature malleated =
        new NoteSignature(ALICE.verifierKey().name(), ALICE.verifierKey().id(), signature);
    assertThatThrownBy(
            () -> new SignedNote("text\n", List.of(malleated)).verify(known(ALICE.verifierKey())))
        .isInstanceOf(NoteException.WrongSignature.class);
  }

  @Test
  void parse_names_eachDefect() {
    refuses("no empty line\n— a AAAAAAA=\n", NoteException.NoSignatures.class);
    refuses("", NoteException.NoSignatures.class);
    refuses("text\n\n", NoteException.NoSignatures.class);
    refuses("text\n\n— a AAAAAAA=", NoteException.NoSignatures.class);
    refuses("te\u0001xt\n\n— a AAAAAAA=\n", NoteException.ControlCharacter.class);
    refuses("text\r\n\n— a AAAAAAA=\n", NoteException.ControlCharacter.class);
    refuses("text\n\n— a\tb AAAAAAA=\n", NoteException.ControlCharacter.class);
    for (String line :
        List.of(
            "- a AAAAAAA=",
            "—a AAAAAAA=",
            "— AAAAAAA=",
            "—  AAAAAAA=",
            "— a b AAAAAAA=",
            "— a  AAAAAAA=",
            "— a+b AAAAAAA=",
            "— a\u00a0b AAAAAAA=",
            "— a\u0085b AAAAAAA=",
            "— a\u3000b AAAAAAA=",
            "— a AAAAAAA= ",
            "— a AAAAAAA",
            "— a AAAAAAB=",
            "— a AAAAAA==",
            "— a ",
            "— a",
            "—",
            "x")) {
      refuses("text\n\n" + line + "\n", NoteException.MalformedSignature.class);
    }
  }

  @Test
  void parse_names_bytesThatAreNotUtf8() {
    assertThatThrownBy(() -> SignedNote.parse(new byte[] {'a', (byte) 0xff, '\n'}))
        .isInstanceOf(NoteException.NotUtf8.class);
  }

  @Test
  void parse_limits_whatItTakes() {
    String line = "— a AAAAAAA=\n";
    assertThat(parse("text\n\n" + line.repeat(16)).signatures()).hasSize(16);
    refuses("text\n\n" + line.repeat(101), NoteException.TooManySignatures.class);
    assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.MOST_BYTES + 1]))
        .isInstanceOf(NoteException.TooLarge.class);
    NoteSignature signature = parse("text\n\n" + line).signatures().getFirst();
    assertThatThrownBy(() -> new SignedNote("text\n", Collections.nCopies(101, signature)))
        .isInstanceOf(NoteException.TooManySignatures.class);
  }

  @Test
  void sign_rejects_aTextThatNoNoteCanHave() {
    assertThatThrownBy(() -> SignedNote.sign("text", new Ed25519Signer(ALICE)))
        .isInstanceOf(NoteException.UnfinishedText.class);
    assertThatThrownBy(() -> SignedNote.sign("text\t\n", new Ed25519Signer(ALICE)))
        .isInstanceOf(NoteException.ControlCharacter.class);
    assertThatThrownBy(() -> SignedNote.sign("text\n"))
        .isInstanceOf(NoteException.NoSignatures.class);
  }

  @Test
  void parseAndVerify_letNothingButNamedExceptionsOut() {
    List<Ed25519Verifier> known = known(VerifierKey.parse(SPEC_KEY));
    List<byte[]> good = List.of(SPEC_NOTE.getBytes(UTF_8), SPEC_POEM.getBytes(UTF_8));
    Hostile.onlyNamedExceptions(
        1,
        good,
        bytes -> {
          SignedNote note = SignedNote.parse(bytes);
          assertThat(note.bytes()).as("what is read is what was given").isEqualTo(bytes);
          assertThat(note.verify(known)).isNotEmpty();
          assertThat(note.text())
              .as("only the signed text verifies")
              .isEqualTo("This is an example message.\n");
        });
  }

  private static SignedNote parse(String note) {
    return SignedNote.parse(note.getBytes(UTF_8));
  }

  private static void refuses(String note, Class<? extends LogException> defect) {
    assertThatThrownBy(() -> parse(note)).as(note).isInstanceOf(defect);
  }

  private static List<Ed25519Verifier> known(VerifierKey... keys) {
    return IntStream.range(0, keys.length).mapToObj(i -> new Ed25519Verifier(keys[i])).toList();
  }
}
