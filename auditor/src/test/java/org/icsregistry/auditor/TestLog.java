package org.icsregistry.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.icsregistry.auditor.export.LogFolder;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.Ed25519Signer;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tile.EntryBundle;
import org.icsregistry.log.tile.TilePath;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;

/** A log that a test makes, and its keys. */
public final class TestLog {
  public static final SigningKey KEY = SigningKey.generate("test.example/log", KeyType.ED25519);
  public static final SigningKey WITNESS =
      SigningKey.generate("test.example/witness", KeyType.ED25519_COSIGNATURE);
  private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

  /** A clock that stands still, some minutes after a log of a second for each event. */
  public static final Clock SOON = Clock.fixed(BEGINNING.plusSeconds(900), ZoneOffset.UTC);

  /** The same, an hour later. */
  public static final Clock LATER = Clock.fixed(BEGINNING.plusSeconds(4500), ZoneOffset.UTC);

  private final List<byte[]> entries;

  private TestLog(List<byte[]> entries) {
    this.entries = List.copyOf(entries);
  }

  public static TestLog of(int size) {
    List<byte[]> entries = new ArrayList<>();
    for (long index = 0; index < size; index++) {
      entries.add(entry(index, event(index)));
    }
    return new TestLog(entries);
  }

  public static TestLog of(List<byte[]> entries) {
    return new TestLog(entries);
  }

  public static String person(long number) {
    return new UUID(0x4000, number).toString();
  }

  public static byte[] entry(long index, Event event) {
    return entry(index, person(index % 7), event);
  }

  public static byte[] entry(long index, String subject, Event event) {
    return entry(index, subject, BEGINNING.plusSeconds(index), event);
  }

  public static byte[] entry(long index, String subject, Instant at, Event event) {
    var recorded =
        new RecordedEvent(
            index, "e-" + index, "RBV", subject, at, "actor-1", null, "c-" + index, event);
    return EventCodec.encode(recorded, EventCodec.payload(event));
  }

  private static Event event(long index) {
    return index % 3 == 0
        ? new PartnerLinked("RBV", LocalDate.of(2026, 1, 5))
        : new TrainingRecorded(
            "t-" + index,
            "CSTF_FIRE",
            "RBV",
            IssuerCategory.NHS_TRUST,
            null,
            "provider",
            EvidenceType.CERTIFICATE_SEEN,
            LocalDate.of(2026, 1, 5));
  }

  public List<byte[]> entries() {
    return entries;
  }

  public int size() {
    return entries.size();
  }

  public SignedCheckpoint signed() {
    return signed(size());
  }

  public SignedCheckpoint signed(int size) {
    return sign(tree(size));
  }

  public SignedCheckpoint cosigned(int size) {
    SignedCheckpoint signed = signed(size);
    return signed.with(
        List.of(
            new Cosigner(WITNESS)
                .cosign(signed.checkpoint(), Instant.ofEpochSecond(1_770_000_000))));
  }

  public Frontier tree(int size) {
    return Frontier.empty().plus(entries.subList(0, size).stream().map(Rfc6962::leafHash).toList());
  }

  public static SignedCheckpoint sign(Frontier tree) {
    return SignedCheckpoint.sign(
        new Checkpoint(KEY.verifierKey().name(), tree.size(), tree.root()), new Ed25519Signer(KEY));
  }

  /** The log alone has to have signed. */
  public static String policyText() {
    return "log %s\nwitness W %s\nquorum none\n"
        .formatted(KEY.verifierKey().text(), WITNESS.verifierKey().text());
  }

  public static TlogPolicy policy() {
    return TlogPolicy.parse(policyText().getBytes(UTF_8));
  }

  /** The witness has to have cosigned. */
  public static TlogPolicy strictPolicy() {
    return TlogPolicy.parse(policyText().replace("quorum none", "quorum W").getBytes(UTF_8));
  }

  /** Everything as it should be. */
  public Path writeTo(Path folder, SignedCheckpoint... older) {
    try (LogFolder files = new LogFolder(folder)) {
      entries.forEach(files::entry);
      for (SignedCheckpoint checkpoint : older) {
        files.olderCheckpoint(checkpoint.bytes());
      }
      files.finish(cosigned(size()));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Other entries in the same bundles, tiles and checkpoint left as they are. */
  public static void replaceEntries(Path folder, List<byte[]> entries) throws IOException {
    Path bundles = folder.resolve("tile/entries");
    List<Path> files;
    try (var all = Files.walk(bundles)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < files.size(); i++) {
      int from = Math.min(i * TilePath.FULL_WIDTH, entries.size());
      int to = Math.min(from + TilePath.FULL_WIDTH, entries.size());
      if (from < to) {
        Files.write(files.get(i), new EntryBundle(entries.subList(from, to)).bytes());
      } else {
        Files.delete(files.get(i));
      }
    }
  }
}
