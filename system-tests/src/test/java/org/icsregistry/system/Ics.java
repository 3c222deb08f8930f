package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.system.Cluster.Part;
import tools.jackson.databind.JsonNode;

/** Partners of an ICS at work: everything they send and ask goes through the public interfaces. */
final class Ics {

  static final String HOST = "QOP";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Cluster cluster;
  private final Calls calls;
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

  Ics(Cluster cluster) {
    this.cluster = cluster;
    this.calls = new Calls(cluster);
  }

  /** The day on which all this happens. */
  LocalDate today() {
    return today;
  }

  /** Admits a partner that has signed what is in force. */
  void admit(String code, String name, String category) throws Exception {
    send(
        HOST,
        "RegisterPartner.v1",
        code,
        "{\"name\":\"%s\",\"category\":\"%s\"}".formatted(name, category));
    for (var agreement : new String[] {"DSA", "TERMS_OF_USE"}) {
      send(
          code,
          "SignAgreement.v1",
          code,
          "{\"agreement\":\"%s\",\"version\":\"1.0\",\"signedOn\":\"%s\"}"
              .formatted(agreement, today.minusDays(30)));
    }
  }

  /** A policy that accepts what these kinds of organisations recorded in the last three years. */
  void trusts(String code, String... categories) throws Exception {
    var from = String.join("\",\"", categories);
    send(
        code,
        "AdoptRecognitionPolicy.v1",
        code,
        """
        {"effectiveFrom":"%s","statusCheckMonths":36,
         "rules":[{"item":"*","fromCategories":["%s"],"maxAgeMonths":36,"requireStatusCheck":false}]}\
        """
            .formatted(today.minusDays(30), from));
  }

  /** Registers somebody of age; the answer is their id. */
  String register(String code) throws Exception {
    var id = UUID.randomUUID().toString();
    send(
        code,
        "RegisterVolunteer.v1",
        id,
        """
        {"name":{"given":"Sample","family":"Person"},"dateOfBirth":"1990-05-17",
         "contact":{"email":"sample.person@example.org","postcode":"M20 4BX"}}\
        """);
    return id;
  }

  void link(String code, String person) throws Exception {
    send(code, "LinkPartner.v1", person, "{\"agreedOn\":\"%s\"}".formatted(today));
  }

  /** Interest, offer and acceptance; the answer is the application's id. */
  String recruit(String code, String person, String role) throws Exception {
    var id = UUID.randomUUID().toString();
    send(
        code,
        "ExpressInterest.v1",
        person,
        "{\"applicationId\":\"%s\",\"roleId\":\"%s\"}".formatted(id, role));
    send(code, "MakeOffer.v1", person, "{\"applicationId\":\"%s\"}".formatted(id));
    send(
        code,
        "AnswerOffer.v1",
        person,
        "{\"applicationId\":\"%s\",\"accepted\":true}".formatted(id));
    return id;
  }

  /** Starts and is active once; the answer is the placement's id. */
  String place(String code, String person, String role) throws Exception {
    var id = UUID.randomUUID().toString();
    send(
        code,
        "OfferPlacement.v1",
        person,
        "{\"placementId\":\"%s\",\"roleId\":\"%s\"}".formatted(id, role));
    send(
        code,
        "StartPlacement.v1",
        person,
        "{\"placementId\":\"%s\",\"startedOn\":\"%s\"}".formatted(id, today));
    activity(code, person, id, "MICRO_TASK", "CALLS", 15, 1);
    return id;
  }

  void activity(
      String code,
      String person,
      String placement,
      String mode,
      String category,
      int minutes,
      int tasks)
      throws Exception {
    send(
        code,
        "RecordActivity.v1",
        person,
        """
        {"placementId":"%s","occurredOn":"%s","mode":"%s","category":"%s","minutes":%d,"tasks":%d}\
        """
            .formatted(placement, today, mode, category, minutes, tasks));
  }

  /** The answer is the item's id. */
  String check(String code, String person, String check, String finding) throws Exception {
    var id = UUID.randomUUID().toString();
    send(
        code,
        "RecordCheck.v1",
        person,
        "{\"checkId\":\"%s\",\"check\":\"%s\",\"completedOn\":\"%s\",\"finding\":%s}"
            .formatted(id, check, today.minusDays(10), finding));
    return id;
  }

  /** The answer is the item's id. */
  String training(String code, String person, String subject, LocalDate completedOn)
      throws Exception {
    var id = UUID.randomUUID().toString();
    send(
        code,
        "RecordTraining.v1",
        person,
        """
        {"trainingId":"%s","training":"%s","framework":"CSTF 1.1","provider":"e-learning for healthcare",
         "evidence":"LMS_RECORD","completedOn":"%s"}\
        """
            .formatted(id, subject, completedOn));
    return id;
  }

  void define(String owner, String role, String title, String mode, String requirements)
      throws Exception {
    send(
        owner,
        "DefineRole.v1",
        role,
        "{\"title\":\"%s\",\"mode\":\"%s\",\"requirements\":[%s]}"
            .formatted(title, mode, requirements));
  }

  /** Sends a command that must be accepted; the answer is the registry's. */
  JsonNode send(String code, String type, String subject, String data) throws Exception {
    var answer = post(code, type, subject, data);
    assertThat(answer.has("code")).as(type + ": " + answer).isFalse();
    return answer;
  }

  /** Sends a command that must be refused; the answer is the rule it broke. */
  String refused(String code, String type, String subject, String data) throws Exception {
    return post(code, type, subject, data).path("code").asString("accepted");
  }

  private JsonNode post(String code, String type, String subject, String data) throws Exception {
    var command =
        """
        {"specversion":"1.0","id":"%s","type":"%s","source":"urn:org:%s","subject":"%s","data":%s}\
        """
            .formatted(UUID.randomUUID(), type, code, subject, data);
    var answer =
        calls.post(
            code,
            cluster.uri(Part.REGISTRY, "/v1/commands"),
            "application/cloudevents+json",
            command);
    return Json.MAPPER.readTree(answer.body());
  }

  JsonNode ask(String client, Part part, String path) throws IOException, InterruptedException {
    return calls.get(client, cluster.uri(part, path));
  }

  JsonNode passport(String client, String person) throws IOException, InterruptedException {
    return ask(client, Part.PROJECTION, "/v1/passports/" + person);
  }

  /** How the requirements of a role at a partner stand for a person. */
  JsonNode progress(String code, String person, String role) throws Exception {
    return passport(code, person)
        .path("progress")
        .valueStream()
        .filter(p ->
            p.at("/role/id").asString("").equals(role)
                && p.at("/organisation/code").asString("").equals(code))
        .findFirst()
        .orElse(Json.MAPPER.createObjectNode());
  }

  /** Waits until a question is answered in a way. */
  JsonNode until(String client, Part part, String path, Predicate<JsonNode> fits) {
    return await(path)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> ask(client, part, path), fits);
  }

  /** Waits for the clearance that onboarding gives once nothing is missing. */
  void awaitCleared(String code, String person, String role) {
    await(role + " at " + code)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> progress(code, person, role).path("state").asString("").equals("CLEARED"));
  }

  /** Types of the events about a subject, in the order of the log. */
  Stream<JsonNode> history(String subject) throws Exception {
    return ask("auditor", Part.PROJECTION, "/v1/audit?limit=500&subject=" + subject)
        .path("entries")
        .valueStream();
  }
}
