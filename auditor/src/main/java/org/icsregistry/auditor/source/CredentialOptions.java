package org.icsregistry.auditor.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With what to sign in. Secrets come from files or the environment, never from arguments. */
final class CredentialOptions {
  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A bearer token; otherwise AUDIT_TOKEN from the environment.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      defaultValue = "${env:AUDIT_ISSUER}",
      description = "The sign-in service that gives tokens (AUDIT_ISSUER).")
  private @Nullable String issuer;

  @Option(
      names = "--client",
      paramLabel = "ID",
      defaultValue = "${env:AUDIT_CLIENT}",
      description = "Client of the sign-in service, role auditor (AUDIT_CLIENT).")
  private @Nullable String client;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "The client's secret; otherwise AUDIT_SECRET from the environment.")
  private @Nullable Path secretFile;

  Credentials credentials() {
    String token = secret(tokenFile, "AUDIT_TOKEN");
    if (token != null) {
      return new Credentials.Fixed(token);
    }
    String secret = secret(secretFile, "AUDIT_SECRET");
    if (issuer != null && client != null && secret != null) {
      return new Credentials.Client(issuer, client, secret);
    }
    if (issuer != null || client != null || secret != null) {
      throw new SourceException(
          "Expected --issuer, --client and a secret (--secret-file or AUDIT_SECRET) together, got only some of them");
    }
    return new Credentials.None();
  }

  private static @Nullable String secret(@Nullable Path file, String variable) {
    if (file == null) {
      return System.getenv(variable);
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new SourceException("Expected a secret in " + file + ", got " + e, e);
    }
  }
}
