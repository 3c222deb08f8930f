package org.icsregistry.registry.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;

/** Keys and policy of a log, in files as an operator has them. */
final class LogSetup {

  static final String ORIGIN = "localhost/log";

  private final Path directory;
  private final SigningKey key = SigningKey.generate(ORIGIN, KeyType.ED25519);

  LogSetup() {
    try {
      directory = Files.createTempDirectory("log");
      Files.writeString(keyFile(), key.secretText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path keyFile() {
    return directory.resolve("log-key");
  }

  Path secondKeyFile() {
    return directory.resolve("second-key");
  }

  VerifierKey verifierKey() {
    return key.verifierKey();
  }

  /** A policy in which all of these witnesses have to cosign. */
  LogSetup policy(StandInWitness... witnesses) {
    var policy = new StringBuilder("log " + key.verifierKey().text() + "\n");
    var names = new StringBuilder();
    for (int i = 1; i <= witnesses.length; i++) {
      policy.append(witnesses[i - 1].line("w" + i));
      names.append(" w").append(i);
    }
    return policyText(policy + "group partners all" + names + "\nquorum partners\n");
  }

  LogSetup policyText(String policy) {
    try {
      Files.writeString(directory.resolve("policy"), policy);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String[] options() {
    return new String[] {
      "registry.log.key-file=" + keyFile(),
      "registry.log.policy-file=" + directory.resolve("policy"),
      "registry.log.witness.every=100ms"
    };
  }
}
