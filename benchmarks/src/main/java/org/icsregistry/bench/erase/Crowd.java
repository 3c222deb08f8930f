package org.icsregistry.bench.erase;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.icsregistry.bench.BenchException;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.bench.mix.Founding;

/** People with names and birthdays, as many as are wanted. */
final class Crowd {

  private static final int AT_ONCE = 250;
  private static final int BATCHES_UNDER_WAY = 4;

  private final Http http;

  Crowd(Http http) {
    this.http = http;
  }

  void grow(long people) {
    var free = new Semaphore(BATCHES_UNDER_WAY);
    for (long done = 0; done < people; done += AT_ONCE) {
      int some = (int) Math.min(AT_ONCE, people - done);
      free.acquireUninterruptibly();
      Thread.startVirtualThread(() -> {
        try {
          register(some);
        } finally {
          free.release();
        }
      });
    }
    free.acquireUninterruptibly(BATCHES_UNDER_WAY);
  }

  private void register(int people) {
    var organisation = Founding.PARTNERS.getFirst();
    var batch =
        IntStream.range(0, people)
            .mapToObj(_ -> registration(organisation, UUID.randomUUID().toString()).json())
            .collect(Collectors.joining(",", "[", "]"));
    var answers = http.batch(organisation, batch);
    if (answers.valueStream().anyMatch(answer -> answer.path("status").asInt() != 201)) {
      throw new BenchException("Expected all people to be registered, got " + answers.get(0));
    }
  }

  static Envelope registration(String organisation, String person) {
    return new Envelope(
        organisation,
        UUID.randomUUID().toString(),
        "RegisterVolunteer.v1",
        person,
        """
        {"name":{"given":"Sample","family":"Person"},"dateOfBirth":"1990-05-17",
         "contact":{"email":"sample.person@example.org","postcode":"M20 4BX"}}\
        """);
  }

  /** Somebody with a journey, of whom something stands in every service. */
  static List<Envelope> newcomer(String organisation, String person) {
    var application = UUID.randomUUID().toString();
    return List.of(
        registration(organisation, person),
        command(
            organisation,
            "ExpressInterest.v1",
            person,
            "{\"applicationId\":\"%s\",\"roleId\":\"%s\"}"
                .formatted(application, Founding.HOST + ".WARD_HELPER")),
        command(
            organisation,
            "MakeOffer.v1",
            person,
            "{\"applicationId\":\"%s\"}".formatted(application)),
        command(
            organisation,
            "AnswerOffer.v1",
            person,
            "{\"applicationId\":\"%s\",\"accepted\":true}".formatted(application)));
  }

  static Envelope command(String organisation, String type, String person, String data) {
    return new Envelope(organisation, UUID.randomUUID().toString(), type, person, data);
  }
}
