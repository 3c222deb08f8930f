package org.icsregistry.bench.access;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.icsregistry.bench.erase.Http;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.system.SystemUnderTest;

/**
 * People about whom one partner recorded everything, so that it is shown the same with and without
 * a permission.
 */
final class Known {

  private static final int PEOPLE = 100;
  private static final Duration CATCH_UP = Duration.ofMinutes(30);

  private final String partner;
  private final LocalDate today;
  private final Http http;
  private final List<String> shared = new ArrayList<>();
  private final List<String> unshared = new ArrayList<>();
  private final long last;

  Known(SystemUnderTest system, LocalDate today, String partner) {
    this.partner = partner;
    this.today = today;
    this.http = new Http(system);
    for (int i = 0; i < PEOPLE; i++) {
      unshared.add(newcomer());
      shared.add(newcomer());
      send(
          "GrantSharing.v1",
          shared.getLast(),
          "{\"grantId\":\"%s\",\"partner\":\"%s\",\"purpose\":\"PLACEMENT\",\"until\":\"%s\",\"agreedOn\":\"%s\"}"
              .formatted(UUID.randomUUID(), partner, today.plusMonths(6), today));
    }
    last = system.logSize() - 1;
    http.awaitPassport(partner, shared.getLast(), CATCH_UP);
  }

  List<String> people(boolean sharing) {
    return sharing ? shared : unshared;
  }

  /** Index of the last entry about them. */
  long last() {
    return last;
  }

  private String newcomer() {
    var person = UUID.randomUUID().toString();
    send(
        "RegisterVolunteer.v1",
        person,
        """
        {"name":{"given":"Sample","family":"Person"},"dateOfBirth":"1990-05-17",
         "contact":{"email":"sample.person@example.org","postcode":"M20 4BX"}}\
        """);
    for (var training : List.of("CSTF_FIRE", "CSTF_IPC", "CSTF_INFO_GOV")) {
      send(
          "RecordTraining.v1",
          person,
          "{\"trainingId\":\"%s\",\"training\":\"%s\",\"framework\":\"CSTF 1.1\",\"provider\":\"elearning for healthcare\",\"evidence\":\"LMS_RECORD\",\"completedOn\":\"%s\"}"
              .formatted(UUID.randomUUID(), training, today.minusDays(20)));
    }
    return person;
  }

  private void send(String type, String person, String data) {
    http.send(new Envelope(partner, UUID.randomUUID().toString(), type, person, data));
  }
}
