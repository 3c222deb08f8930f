package org.icsregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;

/**
 * Who vouches for the log on this machine: its own key and two witnesses, of which both have to
 * cosign. In life each partner makes its own key and gives away nothing but the public half.
 */
final class LogTrust {

  /** Names the log in every checkpoint (C2SP tlog-checkpoint). */
  static final String ORIGIN = "localhost/log";

  private final DataDirectory data;
  private final VerifierKey log;
  private final List<Partner> partners;

  /**
   * A partner with a witness.
   *
   * @param code of the organisation
   * @param place where its witness listens
   * @param key with which its witness cosigns
   */
  record Partner(String code, Place place, VerifierKey key) {

    String witnessName() {
      return key.name();
    }
  }

  private LogTrust(DataDirectory data, VerifierKey log, List<Partner> partners) {
    this.data = data;
    this.log = log;
    this.partners = List.copyOf(partners);
  }

  /** Makes the keys that are missing, and writes the policy with the addresses of this run. */
  static LogTrust prepare(DataDirectory data, PortPlan ports) {
    var log = key(data.logKey(), ORIGIN, KeyType.ED25519);
    var partners = new ArrayList<Partner>();
    partners.add(partner(data, "RBV", Place.WITNESS_RBV));
    partners.add(partner(data, "R0A", Place.WITNESS_R0A));
    var trust = new LogTrust(data, log, partners);
    try {
      Files.writeString(data.policy(), trust.policy(ports));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + data.policy(), e);
    }
    return trust;
  }

  private static Partner partner(DataDirectory data, String code, Place place) {
    var file = data.witness(code).resolve("key");
    return new Partner(
        code, place, key(file, "localhost/witness/" + code, KeyType.ED25519_COSIGNATURE));
  }

  private static VerifierKey key(Path file, String name, KeyType type) {
    var text =
        PrivateFile.readOrCreate(file, () -> SigningKey.generate(name, type).secretText() + "\n");
    return SigningKey.parse(text.strip()).verifierKey();
  }

  List<Partner> partners() {
    return partners;
  }

  /** What the command {@code audit witness} is told. */
  List<String> witnessOptions(Partner partner) {
    var state = data.witness(partner.code()).resolve("state");
    var options = new ArrayList<>(List.of("--name", partner.witnessName()));
    options.addAll(List.of("--key-file", data.witness(partner.code()).resolve("key").toString()));
    options.addAll(List.of("--state", state.toString(), "--log", log.text()));
    return options;
  }

  /**
   * Whether a witness is new here. Later runs go on where it was: one that lost its state must not
   * begin anew by itself.
   */
  boolean isNew(Partner partner) {
    return !Files.exists(data.witness(partner.code()).resolve("state"));
  }

  private String policy(PortPlan ports) {
    var witnesses =
        partners.stream()
            .map(
                p -> "witness %s %s %s\n".formatted(p.code(), p.key().text(), ports.url(p.place())))
            .collect(Collectors.joining());
    var codes = partners.stream().map(Partner::code).collect(Collectors.joining(" "));
    return """
    # Whom to trust about this log (C2SP tlog-policy). Auditors keep a copy of their own.
    log %s %s/log
    %sgroup partners all %s
    quorum partners
    """
        .formatted(log.text(), ports.url(Place.REGISTRY), witnesses, codes);
  }
}
