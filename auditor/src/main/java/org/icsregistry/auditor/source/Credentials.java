package org.icsregistry.auditor.source;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import org.icsregistry.client.AccessTokens;
import org.icsregistry.client.RegistrySettings;
import org.icsregistry.client.SignInRefusedException;
import org.icsregistry.client.SignInUnavailableException;

/** With what a reader shows that it may read entries. */
public sealed interface Credentials {
  /** A token to send; empty for none. */
  Optional<String> token();

  /** For a log whose entries are open, or of which no entry is asked for. */
  record None() implements Credentials {
    @Override
    public Optional<String> token() {
      return Optional.empty();
    }
  }

  /** A token that somebody else has obtained. */
  record Fixed(String bearer) implements Credentials {
    @Override
    public Optional<String> token() {
      return Optional.of(bearer);
    }

    @Override
    public String toString() {
      return "Fixed[…]";
    }
  }

  /** A client of the sign-in service. */
  final class Client implements Credentials {
    private final AccessTokens tokens;

    public Client(String issuer, String id, String secret) {
      var settings = RegistrySettings.of(issuer, issuer, id, secret, "");
      this.tokens = new AccessTokens(HttpClient.newHttpClient(), settings, Clock.systemUTC());
    }

    @Override
    public Optional<String> token() {
      try {
        return Optional.of(tokens.token());
      } catch (SignInRefusedException | SignInUnavailableException e) {
        throw new SourceException(String.valueOf(e.getMessage()), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SourceException("Interrupted while asking for a token", e);
      }
    }
  }
}
