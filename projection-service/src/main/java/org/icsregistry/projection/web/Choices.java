package org.icsregistry.projection.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.icsregistry.client.Answer.Accepted;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.client.CommandEnvelope;
import org.icsregistry.client.RegistryClient;
import org.icsregistry.client.RegistryUnavailableException;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.message.Explanation;
import org.icsregistry.contracts.message.SharingCommand;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.keys.RegistryAccess;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.kit.security.SignInProperties;
import org.icsregistry.projection.look.Looks;
import org.icsregistry.projection.passport.PassportProjection;
import org.icsregistry.projection.rebuild.Places;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Passes on to the registry what a signed-in person decides, and waits until the passport shows it,
 * so that the next page tells the truth.
 */
@Component
@ConditionalOnProperty("registry.front-door.client.id")
class Choices implements DisposableBean {

  private static final String ACTOR = "volunteer";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration UNTIL_SHOWN = Duration.ofSeconds(3);

  private final RegistryClient registry;
  private final Places places;

  Choices(RegistryAccess access, SignInProperties signIn, Places places) {
    this.registry = new RegistryClient(access.settings(signIn, PATIENCE));
    this.places = places;
  }

  /**
   * @throws Refusal if the registry does not accept it, or cannot be reached
   */
  void send(String person, SharingCommand choice) {
    send(registry.commands().of(person, choice).by(ACTOR));
  }

  /**
   * An emergency, on behalf of the caller's organisation.
   *
   * @throws Refusal if the registry does not accept it, or cannot be reached
   */
  void breakGlass(Caller caller, String person, EmergencyReason reason, Explanation explanation) {
    send(
        registry
            .commands()
            .breakGlass(person, caller.organisation(), reason, explanation)
            .by(Looks.pseudonym(caller)));
  }

  private void send(CommandEnvelope command) {
    try {
      switch (registry.send(command)) {
        case Accepted accepted -> awaitShown(accepted.events().getLast().logIndex());
        case Refused refused -> throw refusal(refused);
      }
    } catch (RegistryUnavailableException e) {
      throw new Refusal(
          ProblemCode.UNAVAILABLE,
          "the registry to record your choice",
          "no answer at this moment",
          "try again in a minute; nothing was changed unless your passport says so");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a choice was recorded", e);
    }
  }

  private void awaitShown(long logIndex) throws InterruptedException {
    long begun = System.nanoTime();
    while (places.last(PassportProjection.NAME) < logIndex
        && System.nanoTime() - begun < UNTIL_SHOWN.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static Refusal refusal(Refused refused) {
    var code = ProblemCode.valueOf(refused.code());
    return new Refusal(
        code,
        "a choice that can be recorded",
        code.title(),
        "go back and look at your choices as they stand");
  }

  @Override
  public void destroy() {
    registry.close();
  }
}
