package org.icsregistry.auditor.prove;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.MalformedEntryException;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.envelope.UnknownEventTypeException;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.log.Strict;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tree.InclusionProof;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;

/**
 * What a proof shows.
 *
 * @param index of the event
 * @param size of the tree it is in
 * @param leafHash Base64
 * @param cosigned witnesses, with the time at which each has seen the tree
 * @param missing what is missing for the policy; empty if nothing is
 * @param event what the event says of itself
 */
record Proved(
    String origin,
    long index,
    long size,
    String leafHash,
    Map<String, Instant> cosigned,
    String missing,
    String event) {

  static Proved of(
      TlogProof proof, byte[] entry, TlogPolicy.Verdict verdict, @Nullable String missing) {
    return new Proved(
        verdict.checkpoint().origin(),
        proof.index(),
        verdict.checkpoint().size(),
        Strict.base64(Rfc6962.leafHash(entry)),
        verdict.cosigned(),
        Objects.requireNonNullElse(missing, ""),
        event(proof.index(), entry));
  }

  /** All but the quorum. */
  static TlogPolicy.Verdict signedOnly(TlogProof proof, byte[] entry, TlogPolicy policy) {
    TlogPolicy.Verdict verdict = policy.verify(proof.checkpoint());
    new InclusionProof(proof.index(), verdict.checkpoint().size(), proof.path())
        .verify(Rfc6962.leafHash(entry), verdict.checkpoint().root());
    return verdict;
  }

  private static String event(long index, byte[] entry) {
    try {
      RecordedEvent event = EventCodec.decode(entry);
      String own = event.logIndex() == index ? "" : ", which claims index " + event.logIndex();
      return "%s by %s about %s, recorded at %s%s"
          .formatted(
              MessageTypes.nameOf(event.data().getClass()),
              event.org(),
              event.subject(),
              event.recordedAt(),
              own);
    } catch (UnknownEventTypeException e) {
      return "an event of a type that this release does not know";
    } catch (MalformedEntryException e) {
      return "bytes that are no event of the published language";
    }
  }

  String text() {
    String seen =
        cosigned.entrySet().stream()
            .map(e -> "  seen by witness %s at %s%n".formatted(e.getKey(), e.getValue()))
            .collect(joining());
    String verdict =
        missing.isEmpty()
            ? "PROVED: the log %s has signed exactly these bytes at index %d.%n"
            : "SIGNED BY THE LOG %s at index %d, but seen by too few witnesses.%n";
    return (verdict
            + "  event: %s%n  leaf hash: %s%n  in the tree of size %d%n%s"
            + "Provable to anybody with these files and the log's key: the event, its place, and that the log signed it.%n"
            + "%s")
        .formatted(origin, index, event, leafHash, size, seen, limits());
  }

  private String limits() {
    return missing.isEmpty()
        ? "The witnesses have seen the same tree, so nobody can be shown another history up to this size."
        : "Not provable: that everybody is shown the same history. " + missing;
  }
}
