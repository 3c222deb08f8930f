package org.icsregistry.projection.readiness;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;

/**
 * How often one partner decided to reuse what another recorded. Trust has a direction: the reverse
 * is another document.
 *
 * @param receiver who relies
 * @param issuer on whom
 * @param reused decisions to reuse
 * @param byRequirement the same by requirement code
 */
record Reliance(
    String receiver,
    String issuer,
    int reused,
    Map<String, Integer> byRequirement,
    Instant lastAt) {

  private static final String BETWEEN = " ";

  static Reliance none(String key) {
    int at = key.indexOf(BETWEEN);
    return new Reliance(key.substring(0, at), key.substring(at + 1), 0, Map.of(), Instant.EPOCH);
  }

  static String key(String receiver, String issuer) {
    return receiver + BETWEEN + issuer;
  }

  String key() {
    return key(receiver, issuer);
  }

  Reliance evolve(RecordedEvent entry) {
    var more = new TreeMap<>(byRequirement);
    more.merge(((RecognitionDecided) entry.data()).requirement(), 1, Integer::sum);
    return new Reliance(receiver, issuer, reused + 1, more, entry.recordedAt());
  }
}
