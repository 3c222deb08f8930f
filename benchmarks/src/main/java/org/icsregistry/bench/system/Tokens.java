package org.icsregistry.bench.system;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.icsregistry.kit.fixture.SignIn;

/** Tokens, each used for a while: signing one for every command would be a load of its own. */
final class Tokens {

  private static final long USED_FOR = TimeUnit.MINUTES.toNanos(2);

  private final SignIn signIn;
  private final Map<String, Token> held = new ConcurrentHashMap<>();

  Tokens(SignIn signIn) {
    this.signIn = signIn;
  }

  private record Token(String text, long since) {
    boolean old() {
      return System.nanoTime() - since > USED_FOR;
    }
  }

  String of(String organisation, String role) {
    var token =
        held.compute(
            organisation + " " + role,
            (_, t) -> t == null || t.old() ? made(organisation, role) : t);
    return token.text;
  }

  private Token made(String organisation, String role) {
    return new Token(signIn.token(organisation, role), System.nanoTime());
  }
}
