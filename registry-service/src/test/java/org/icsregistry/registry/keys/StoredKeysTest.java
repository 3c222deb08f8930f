package org.icsregistry.registry.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.PersonEvent.VolunteerRegistered;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of keys opens what the log holds, with the key-encryption key and not without it. */
class StoredKeysTest {

  /** The fixture's. */
  private static final KeyEncryptionKey KEK = new KeyEncryptionKey(new byte[32]);

  private final RunningRegistry registry = RunningRegistry.shared();
  private final String partner = Commands.admitted(registry);
  private final String person = Commands.id();

  @Test
  void aSealedValue_opensWithTheKeyFromTheTable() {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    var registered = (VolunteerRegistered) lastEventAbout(person, "VolunteerRegistered.v1");
    var name =
        SealedValues.open(
            registered.name(),
            PersonName.class,
            kid -> Optional.of(KEK.unwrap(kid, wrapped(kid).orElseThrow())));
    assertThat(name.toOptional()).hasValue(new PersonName("Planted", "Marker"));
  }

  @Test
  void eachCategory_hasAKeyOfItsOwn() {
    registry.accept(
        partner,
        Commands.registerVolunteer(partner, person),
        Commands.recordCheck(partner, person, Commands.id()),
        Commands.recordCheck(partner, person, Commands.id()));
    assertThat(categories(person)).containsExactlyInAnyOrder("contact", "checks");
  }

  @Test
  void aKeyWrappedUnderAnotherKek_doesNotOpen() {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    var kid = kids(person).getFirst();
    var wrapped = wrapped(kid).orElseThrow();
    var other = new byte[32];
    other[0] = 1;
    assertThatThrownBy(() -> new KeyEncryptionKey(other).unwrap(kid, wrapped))
        .hasMessageContaining(kid);
    assertThatThrownBy(() -> KEK.unwrap(kid + "x", wrapped)).hasMessageContaining(kid);
    for (int i = 0; i < wrapped.length; i += 7) {
      var damaged = wrapped.clone();
      damaged[i] ^= 1;
      assertThatThrownBy(() -> KEK.unwrap(kid, damaged)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aRefusedCommand_leavesNoKeyBehind() {
    assertThat(registry.send(partner, Commands.recordCheck(partner, person, Commands.id())).code())
        .isEqualTo("VOLUNTEER_UNKNOWN");
    assertThat(kids(person)).isEmpty();
  }

  @Test
  void afterARefusalUnderAUsedId_theNextValueIsSealedWithAKeyThatIsStored() {
    var used = Commands.id();
    registry.accept(
        partner,
        Commands.registerVolunteer(partner, used, Commands.id()),
        Commands.registerVolunteer(partner, person));
    assertThat(
            registry
                .send(partner, Commands.recordCheck(partner, used, person, Commands.id()))
                .code())
        .isEqualTo("DUPLICATE_ID_DIFFERENT_BODY");

    registry.accept(partner, Commands.recordCheck(partner, person, Commands.id()));

    assertThat(wrapped(SealedValues.keyId(finding()))).isPresent();
  }

  @Test
  void afterARefusal_theNextValueIsSealedWithAKeyThatIsStored() {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    var item = Commands.id();
    registry.accept(partner, Commands.recordTraining(partner, person, item));
    var refused = Commands.recordCheck(partner, person, item);
    assertThat(registry.send(partner, refused).code()).isEqualTo("ITEM_ALREADY_RECORDED");
    assertThat(registry.send(partner, refused).code()).isEqualTo("ITEM_ALREADY_RECORDED");

    registry.accept(partner, Commands.recordCheck(partner, person, Commands.id()));

    assertThat(wrapped(SealedValues.keyId(finding()))).isPresent();
  }

  @Test
  void aKekOfAnotherLength_isRefused(@TempDir Path directory) throws IOException {
    var file = directory.resolve("kek");
    Files.writeString(file, Base64.getEncoder().encodeToString(new byte[31]));
    assertThatThrownBy(() -> KeyEncryptionKey.read(file)).hasMessageContaining("32 bytes");
  }

  @Test
  void aRegistryWithAnotherKek_doesNotStart(@TempDir Path directory) throws IOException {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    var file = directory.resolve("kek");
    var other = new byte[32];
    Arrays.fill(other, (byte) 7);
    Files.writeString(file, Base64.getEncoder().encodeToString(other));
    assertThatThrownBy(() -> registry.another("registry.keys.kek-file=" + file))
        .hasRootCauseInstanceOf(javax.crypto.AEADBadTagException.class)
        .hasStackTraceContaining("check that the file is the one it was wrapped with");
  }

  private Sealed<CheckFinding> finding() {
    return ((CheckRecorded) lastEventAbout(person, "CheckRecorded.v1")).finding();
  }

  private Object lastEventAbout(String subject, String type) {
    var entry =
        registry
            .store()
            .owner()
            .sql(
                "select event from event_log where subject = ? and type = ? order by log_index desc limit 1")
            .params(subject, type)
            .query((row, _) -> row.getBytes(1))
            .single();
    assertThat(new String(entry, UTF_8)).doesNotContain("Planted");
    return EventCodec.decode(entry).data();
  }

  private Optional<byte[]> wrapped(String kid) {
    return registry
        .store()
        .owner()
        .sql("select wrapped from keys.subject_key where kid = ?")
        .param(kid)
        .query((row, _) -> row.getBytes(1))
        .optional();
  }

  private List<String> kids(String subject) {
    return column("kid", subject);
  }

  private List<String> categories(String subject) {
    return column("category", subject);
  }

  private List<String> column(String column, String subject) {
    return registry
        .store()
        .owner()
        .sql("select " + column + " from keys.subject_key where subject = ?")
        .param(subject)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
