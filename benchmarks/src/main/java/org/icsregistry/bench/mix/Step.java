package org.icsregistry.bench.mix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One step of a person's story, as type and data of a command. */
@FunctionalInterface
interface Step {

  Envelope of(Volunteer volunteer, Ids ids, LocalDate today);

  /** How many times a volunteer's time is recorded before the story ends. */
  int ACTIVITIES = 10;

  /** A person new to the system: recruited, checked, trained, cleared, active. */
  List<Step> RECRUITED = recruited();

  /**
   * A person whom another partner has recruited before: a relationship, one more training, another
   * application.
   */
  List<Step> RETURNING = returning();

  private static List<Step> recruited() {
    var steps = new ArrayList<Step>();
    steps.add((v, ids, _) -> v.command(ids, "RegisterVolunteer.v1", person(ids)));
    steps.add(check("IDENTITY", "\"outcome\":\"MET\",\"level\":\"HIGH\""));
    steps.add(check("REFERENCES", "\"outcome\":\"MET\",\"count\":2"));
    steps.add((v, ids, today) ->
        check(
                "DBS",
                "\"outcome\":\"CLEAR_TO_PLACE\",\"level\":\"ENHANCED\",\"workforce\":\"ADULT\",\"barredLists\":\"NONE\",\"originalSeenOn\":\""
                    + today.minusDays(12)
                    + "\",\"updateService\":true,\"statusCheckConsent\":true")
            .of(v, ids, today));
    steps.add(check("WORK_HEALTH", "\"outcome\":\"FIT\""));
    Founding.TRAININGS.forEach(subject -> steps.add(training(subject)));
    steps.addAll(application());
    steps.add((v, ids, _) -> v.command(ids, "ClearForRole.v1", v.partnerAndRole()));
    steps.add((v, ids, today) ->
        v.command(
            ids,
            "StartPlacement.v1",
            "{\"placementId\":\""
                + v.placement()
                + "\",\"startedOn\":\""
                + today.minusDays(8)
                + "\"}"));
    for (int i = 0; i < ACTIVITIES; i++) {
      steps.add(activity(i));
    }
    return List.copyOf(steps);
  }

  private static List<Step> returning() {
    var steps = new ArrayList<Step>();
    steps.add((v, ids, today) ->
        v.command(ids, "LinkPartner.v1", "{\"agreedOn\":\"" + today.minusDays(5) + "\"}"));
    steps.add(training("LOCAL_INDUCTION"));
    steps.addAll(application());
    return List.copyOf(steps);
  }

  private static List<Step> application() {
    return List.of(
        (v, ids, _) ->
            v.command(
                ids,
                "ExpressInterest.v1",
                "{\"applicationId\":\""
                    + v.application()
                    + "\",\"roleId\":\""
                    + Founding.ROLE
                    + "\"}"),
        (v, ids, _) ->
            v.command(ids, "MakeOffer.v1", "{\"applicationId\":\"" + v.application() + "\"}"),
        (v, ids, _) ->
            v.command(
                ids,
                "AnswerOffer.v1",
                "{\"applicationId\":\"" + v.application() + "\",\"accepted\":true}"),
        (v, ids, _) ->
            v.command(
                ids,
                "OfferPlacement.v1",
                "{\"placementId\":\""
                    + v.placement()
                    + "\",\"roleId\":\""
                    + Founding.ROLE
                    + "\"}"));
  }

  private static Step check(String code, String finding) {
    return (v, ids, today) ->
        v.command(
            ids,
            "RecordCheck.v1",
            "{\"checkId\":\""
                + ids.next()
                + "\",\"check\":\""
                + code
                + "\",\"completedOn\":\""
                + today.minusDays(10)
                + "\",\"finding\":{"
                + finding
                + "}}");
  }

  private static Step training(String subject) {
    return (v, ids, today) ->
        v.command(
            ids,
            "RecordTraining.v1",
            "{\"trainingId\":\""
                + ids.next()
                + "\",\"training\":\""
                + subject
                + "\",\"framework\":\"CSTF 1.1\",\"provider\":\"elearning for healthcare\",\"evidence\":\"LMS_RECORD\",\"completedOn\":\""
                + today.minusDays(20)
                + "\"}");
  }

  private static Step activity(int day) {
    return (v, ids, today) ->
        v.command(
            ids,
            "RecordActivity.v1",
            "{\"placementId\":\""
                + v.placement()
                + "\",\"occurredOn\":\""
                + today.minusDays(7 - day % 7)
                + "\",\"mode\":\"REGULAR\",\"category\":\"PATIENT_SUPPORT\",\"minutes\":"
                + (60 + 15 * ids.below(8))
                + ",\"tasks\":"
                + ids.below(6)
                + "}");
  }

  private static String person(Ids ids) {
    int number = ids.below(1_000_000);
    return "{\"name\":{\"given\":\"Given"
        + number
        + "\",\"family\":\"Family"
        + number
        + "\"},\"dateOfBirth\":\""
        + (1940 + number % 65)
        + "-0"
        + (1 + number % 9)
        + "-1"
        + number % 10
        + "\",\"contact\":{\"email\":\"person"
        + number
        + "@example.org\",\"mobile\":\"07700 900123\",\"postcode\":\"M20 4BX\"}}";
  }
}
