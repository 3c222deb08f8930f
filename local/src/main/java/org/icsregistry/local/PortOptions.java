package org.icsregistry.local;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose ports; their names are also in {@link Place}, for messages. */
final class PortOptions {

  @Option(names = "--offset", defaultValue = "0")
  private int offset;

  @Option(names = "--port-front")
  private @Nullable Integer front;

  @Option(names = "--port-registry")
  private @Nullable Integer registry;

  @Option(names = "--port-onboarding")
  private @Nullable Integer onboarding;

  @Option(names = "--port-sign-in")
  private @Nullable Integer signIn;

  @Option(names = "--port-kafka")
  private @Nullable Integer kafka;

  @Option(names = "--port-postgres")
  private @Nullable Integer postgres;

  @Option(names = "--port-witness-rbv")
  private @Nullable Integer witnessRbv;

  @Option(names = "--port-witness-r0a")
  private @Nullable Integer witnessR0a;

  @Option(names = "--port-smtp")
  private @Nullable Integer smtp;

  @Option(names = "--port-mailbox")
  private @Nullable Integer mailbox;

  PortPlan plan() {
    Map<Place, Integer> ports = new EnumMap<>(Place.class);
    for (Place place : Place.values()) {
      Integer chosen = chosen(place);
      ports.put(place, valid(place, chosen == null ? place.usualPort + offset : chosen));
    }
    return new PortPlan(ports);
  }

  private @Nullable Integer chosen(Place place) {
    return switch (place) {
      case FRONT_DOOR -> front;
      case REGISTRY -> registry;
      case ONBOARDING -> onboarding;
      case SIGN_IN -> signIn;
      case KAFKA -> kafka;
      case POSTGRES -> postgres;
      case WITNESS_RBV -> witnessRbv;
      case WITNESS_R0A -> witnessR0a;
      case SMTP -> smtp;
      case MAILBOX -> mailbox;
    };
  }

  private static int valid(Place place, int port) {
    if (port < 1 || port > 65_535) {
      throw new Refusal(
          "Port %d for %s does not exist; a port is a number from 1 to 65535. Change %s or --offset."
              .formatted(port, place.wantedBy, place.option));
    }
    return port;
  }
}
