package org.icsregistry.registry.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.icsregistry.contracts.problem.ProblemCode.BODY_TOO_LARGE;
import static org.icsregistry.contracts.problem.ProblemCode.CERTIFICATE_CONTENT_REFUSED;
import static org.icsregistry.contracts.problem.ProblemCode.CHECK_FINDING_INVALID;
import static org.icsregistry.contracts.problem.ProblemCode.DATE_IN_FUTURE;
import static org.icsregistry.contracts.problem.ProblemCode.INVALID_ENVELOPE;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.MALFORMED_JSON;
import static org.icsregistry.contracts.problem.ProblemCode.PLACEMENT_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.ROLE_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.SCHEMA_VIOLATION;
import static org.icsregistry.contracts.problem.ProblemCode.UNKNOWN_TYPE;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_UNKNOWN;
import static org.icsregistry.contracts.problem.ProblemCode.WRONG_SOURCE;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.fixture.Commands;

/**
 * Bodies that are no good, named after their defect. Each carries {@link #MARKER} where a person's
 * value could stand, which no answer may repeat.
 *
 * @param body what is sent
 * @param code the problem it has to lead to, whichever way it comes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BadInput(String defect, byte[] body, ProblemCode code) {

  static final String MARKER = "Quibbleworth";

  @Override
  public String toString() {
    return defect + " -> " + code;
  }

  /**
   * @param partner who sends it
   * @param person somebody registered and linked to the partner
   */
  static Stream<BadInput> all(String partner, String person) {
    return Stream.of(
            json(partner, person),
            envelopes(partner, person),
            ids(partner, person),
            data(partner, person),
            dates(partner, person),
            certificates(partner, person),
            pasted(partner, person),
            findings(partner, person))
        .flatMap(inputs -> inputs);
  }

  private static Stream<BadInput> json(String partner, String person) {
    var good = Commands.registerVolunteer(partner, person);
    return Stream.of(
        bad("nothing", "", MALFORMED_JSON),
        bad("white space only", " \n ", MALFORMED_JSON),
        bad("no JSON", MARKER, MALFORMED_JSON),
        bad("half a document", good.substring(0, 200) + MARKER, MALFORMED_JSON),
        bad("two documents", good + good, MALFORMED_JSON),
        bad(
            "nested too deep",
            "{\"data\":" + "[".repeat(500) + "]".repeat(500) + "}",
            MALFORMED_JSON),
        bad(
            "an attribute twice",
            good.replace("{\"specversion\"", "{\"id\":\"" + MARKER + "\",\"specversion\""),
            MALFORMED_JSON),
        bad(
            "a field of the data twice",
            good.replace(
                "\"dateOfBirth\"", "\"name\":{\"given\":\"" + MARKER + "\"},\"dateOfBirth\""),
            MALFORMED_JSON),
        new BadInput(
            "no UTF-8", good.replace("Planted", "Zo\u00eb").getBytes(ISO_8859_1), MALFORMED_JSON),
        bad("too many bytes", good.replace("Planted", MARKER.repeat(3000)), BODY_TOO_LARGE),
        bad("an array", "[" + good + "]", INVALID_ENVELOPE),
        bad("a text", "\"" + MARKER + "\"", INVALID_ENVELOPE),
        bad("a number", "1", INVALID_ENVELOPE),
        bad("null", "null", INVALID_ENVELOPE));
  }

  private static Stream<BadInput> envelopes(String partner, String person) {
    var good = Commands.registerVolunteer(partner, person);
    var missing =
        Stream.of("specversion", "id", "type", "source", "data")
            .map(name ->
                bad(
                    "no " + name,
                    good.replace("\"" + name + "\":", "\"x" + name + "\":"),
                    INVALID_ENVELOPE));
    var wrong =
        Stream.of(
            bad("another specversion", good.replace("\"1.0\"", "\"0.3\""), INVALID_ENVELOPE),
            bad(
                "an id with spaces",
                good.replaceFirst("\"id\":\"", "\"id\":\"" + MARKER + " Jane "),
                INVALID_ENVELOPE),
            bad(
                "an id of 100 characters",
                good.replaceFirst("\"id\":\"", "\"id\":\"" + "x".repeat(64)),
                INVALID_ENVELOPE),
            bad(
                "an id that is a number",
                good.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":7"),
                INVALID_ENVELOPE),
            bad(
                "an empty id",
                good.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"\""),
                INVALID_ENVELOPE),
            bad(
                "a source that is a name",
                good.replace("urn:org:" + partner, MARKER),
                INVALID_ENVELOPE),
            bad(
                "a source that is no code",
                good.replace("urn:org:" + partner, "urn:org:" + MARKER),
                INVALID_ENVELOPE),
            bad(
                "another partner's source",
                good.replace("urn:org:" + partner, "urn:org:R0A"),
                WRONG_SOURCE),
            bad(
                "the host's source",
                good.replace("urn:org:" + partner, "urn:org:QOP"),
                WRONG_SOURCE),
            bad("a subject that is a name", good.replace(person, MARKER), INVALID_ENVELOPE),
            bad("a subject of another kind", good.replace(person, partner), INVALID_ENVELOPE),
            bad(
                "a subject in capitals",
                good.replace(person, "A" + person.substring(1)),
                INVALID_ENVELOPE),
            bad(
                "an actor that is an address",
                with(good, "\"actor\":\"" + MARKER + "@example.org\""),
                INVALID_ENVELOPE),
            bad(
                "a correlation id that is an object",
                with(good, "\"correlationid\":{}"),
                INVALID_ENVELOPE),
            bad(
                "data of another type",
                with(good, "\"datacontenttype\":\"application/xml\""),
                INVALID_ENVELOPE),
            bad(
                "data as a text",
                good.replaceFirst("\"data\":\\{.*", "\"data\":\"" + MARKER + "\"}"),
                MALFORMED_JSON),
            bad(
                "no subject",
                Commands.recordTraining(partner, person, Commands.id())
                    .replace("\"subject\"", "\"xsubject\""),
                INVALID_ENVELOPE),
            bad(
                "an unknown type",
                good.replace("RegisterVolunteer.v1", "RegisterWizard.v1"),
                UNKNOWN_TYPE),
            bad(
                "an unknown version",
                good.replace("RegisterVolunteer.v1", "RegisterVolunteer.v2"),
                UNKNOWN_TYPE),
            bad(
                "the type of an event",
                good.replace("RegisterVolunteer.v1", "VolunteerRegistered.v1"),
                UNKNOWN_TYPE),
            bad(
                "a type without a version",
                good.replace("RegisterVolunteer.v1", "RegisterVolunteer"),
                INVALID_ENVELOPE));
    return Stream.concat(missing, wrong);
  }

  private static String with(String envelope, String attribute) {
    return envelope.replaceFirst("\\{", "{" + attribute + ",");
  }

  private static Stream<BadInput> ids(String partner, String person) {
    return Stream.of(
        bad("nobody's id", Commands.link(partner, Commands.id()), VOLUNTEER_UNKNOWN),
        bad("an unknown role", Commands.clear(partner, person, partner + ".NOWHERE"), ROLE_UNKNOWN),
        bad(
            "an unknown item",
            Commands.withdrawTraining(partner, person, Commands.id()),
            ITEM_UNKNOWN),
        bad(
            "an unknown placement",
            Commands.envelope(
                partner,
                "StartPlacement.v1",
                person,
                "{\"placementId\":\"%s\",\"startedOn\":\"2024-03-01\"}".formatted(Commands.id())),
            PLACEMENT_UNKNOWN));
  }

  private static Stream<BadInput> data(String partner, String person) {
    var training = Commands.recordTraining(partner, person, Commands.id());
    var check = Commands.recordCheck(partner, person, Commands.id());
    var registration = Commands.registerVolunteer(partner, Commands.id());
    return Stream.of(
        bad(
            "a required field missing",
            training.replace("\"provider\"", "\"xprovider\""),
            SCHEMA_VIOLATION),
        bad("a required field null", training.replace("\"e-LfH\"", "null"), SCHEMA_VIOLATION),
        bad(
            "a field nobody knows",
            training.replace("\"provider\"", "\"motherOf\":\"" + MARKER + "\",\"provider\""),
            SCHEMA_VIOLATION),
        bad("a code nobody knows", training.replace("LMS_RECORD", MARKER), SCHEMA_VIOLATION),
        bad("an enum by number", training.replace("\"LMS_RECORD\"", "0"), SCHEMA_VIOLATION),
        bad(
            "a name in the place of an id",
            training.replaceFirst("(\"trainingId\":\")[^\"]*", "$1" + MARKER),
            SCHEMA_VIOLATION),
        bad(
            "a text that is too long",
            training.replace("e-LfH", MARKER.repeat(20)),
            SCHEMA_VIOLATION),
        bad(
            "a line break in a name",
            registration.replace("Planted", MARKER + "\\n"),
            SCHEMA_VIOLATION),
        bad(
            "half a surrogate pair",
            registration.replace("Planted", MARKER + "\\ud83d"),
            SCHEMA_VIOLATION),
        bad(
            "half a surrogate pair as a field",
            training.replace("\"provider\"", "\"\\ud83d" + MARKER + "\":1,\"provider\""),
            MALFORMED_JSON),
        bad(
            "a zero character",
            registration.replace("Planted", MARKER + "\\u0000"),
            SCHEMA_VIOLATION),
        bad(
            "a day that does not exist",
            training.replace("2024-02-01", "2023-02-29"),
            SCHEMA_VIOLATION),
        bad(
            "a date with a time",
            training.replace("2024-02-01", "2024-02-01T10:00:00Z"),
            SCHEMA_VIOLATION),
        bad("a date in words", training.replace("2024-02-01", MARKER), SCHEMA_VIOLATION),
        bad(
            "a year of five digits",
            training.replace("2024-02-01", "+12024-02-01"),
            SCHEMA_VIOLATION),
        bad(
            "a sealed value as a text",
            registration.replaceFirst("\"name\":\\{[^}]*}", "\"name\":\"eyJhbGciOiJkaXIifQ....\""),
            SCHEMA_VIOLATION),
        bad(
            "an outcome that tells what was disclosed",
            check.replace("\"MET\"", "\"" + MARKER + " was convicted\""),
            SCHEMA_VIOLATION),
        bad("a number that is endless", activity(partner, person, "1e400"), SCHEMA_VIOLATION),
        bad(
            "a number of a billion digits",
            activity(partner, person, "1e1000000000"),
            SCHEMA_VIOLATION),
        bad("a number beyond 64 bits", activity(partner, person, "1e262"), SCHEMA_VIOLATION),
        bad("a number below zero", activity(partner, person, "-1"), SCHEMA_VIOLATION),
        bad("half a minute", activity(partner, person, "0.5"), SCHEMA_VIOLATION),
        bad("a number as a text", activity(partner, person, "\"7\""), SCHEMA_VIOLATION),
        bad("more minutes than a day has", activity(partner, person, "1441"), SCHEMA_VIOLATION));
  }

  private static String activity(String partner, String person, String minutes) {
    return Commands.envelope(
        partner,
        "RecordActivity.v1",
        person,
        """
        {"placementId":"%s","occurredOn":"2024-03-01","mode":"SHIFT","category":"CALLS","minutes":%s,"tasks":1}\
        """
            .formatted(Commands.id(), minutes));
  }

  private static Stream<BadInput> dates(String partner, String person) {
    var tomorrow = LocalDate.now(CommandContext.ZONE).plusDays(1).toString();
    var check = Commands.recordCheck(partner, person, Commands.id());
    return Stream.of(
        bad(
            "training that will be taken",
            Commands.recordTraining(partner, person, Commands.id()).replace("2024-02-01", tomorrow),
            DATE_IN_FUTURE),
        bad("a check that will be made", check.replace("2024-02-01", tomorrow), DATE_IN_FUTURE),
        bad(
            "an original that will be seen",
            check.replace("\"level\"", "\"originalSeenOn\":\"" + tomorrow + "\",\"level\""),
            DATE_IN_FUTURE),
        bad(
            "somebody who will be born",
            Commands.registerVolunteer(partner, Commands.id()).replace("1990-04-05", tomorrow),
            DATE_IN_FUTURE),
        bad(
            "a relationship that will begin",
            Commands.link(partner, person).replace("2024-02-01", tomorrow),
            DATE_IN_FUTURE));
  }

  private static Stream<BadInput> certificates(String partner, String person) {
    var check = Commands.recordCheck(partner, person, Commands.id());
    return Stream.of(
            "certificateText",
            "convictions",
            "disclosure",
            "certificateNumber",
            "policeRecords",
            "barredStatus",
            "cautions")
        .flatMap(field ->
            Stream.of(
                bad(
                    field + " in the finding",
                    check.replace("\"level\"", "\"" + field + "\":\"" + MARKER + "\",\"level\""),
                    CERTIFICATE_CONTENT_REFUSED),
                bad(
                    field + " in the data",
                    check.replace("\"check\"", "\"" + field + "\":[\"" + MARKER + "\"],\"check\""),
                    CERTIFICATE_CONTENT_REFUSED)));
  }

  /** What a certificate says, pasted into a text that is there for something else. */
  private static Stream<BadInput> pasted(String partner, String person) {
    return Stream.of(
            "Was convicted in 2009, see letter",
            "DBS certificate number 001234567890",
            "criminal record check shows nothing",
            "police information: none recorded",
            "a caution for theft, spent")
        .flatMap(text ->
            Stream.of(
                bad(
                    "feedback: " + text,
                    Commands.envelope(
                        partner,
                        "GiveFeedback.v1",
                        person,
                        """
                        {"placementId":"%s","from":"ORGANISATION","rating":4,"text":{"text":"%s"}}\
                        """
                            .formatted(Commands.id(), MARKER + " " + text)),
                    CERTIFICATE_CONTENT_REFUSED),
                bad(
                    "provider: " + text,
                    Commands.recordTraining(partner, person, Commands.id())
                        .replaceAll("\"provider\":\\s*\"[^\"]*\"", "\"provider\":\"" + text + "\""),
                    CERTIFICATE_CONTENT_REFUSED)));
  }

  /** Findings that the check cannot have. */
  private static Stream<BadInput> findings(String partner, String person) {
    return Stream.of(
            "IDENTITY {\"outcome\":\"FIT\"}",
            "WORK_HEALTH {\"outcome\":\"MET\"}",
            "DBS {\"outcome\":\"MET\"}",
            "DBS {\"outcome\":\"CLEAR_TO_PLACE\",\"level\":\"HIGH\"}",
            "DBS {\"outcome\":\"CLEAR_TO_PLACE\",\"level\":\"ENHANCED\",\"barredLists\":\"ADULTS\"}",
            "IDENTITY {\"outcome\":\"MET\",\"level\":\"ENHANCED\"}",
            "REFERENCES {\"outcome\":\"MET\",\"workforce\":\"ADULT\"}",
            "RIGHT_TO_VOLUNTEER {\"outcome\":\"MET\",\"count\":2}",
            "PARENTAL_CONSENT {\"outcome\":\"CLEAR_TO_PLACE\"}")
        .map(given ->
            bad(
                given,
                Commands.envelope(
                    partner,
                    "RecordCheck.v1",
                    person,
                    """
                    {"checkId":"%s","check":"%s","completedOn":"2024-02-01","finding":%s}\
                    """
                        .formatted(
                            Commands.id(),
                            given.substring(0, given.indexOf(' ')),
                            given.substring(given.indexOf(' ') + 1))),
                CHECK_FINDING_INVALID));
  }

  private static BadInput bad(String defect, String body, ProblemCode code) {
    return new BadInput(defect, body.getBytes(UTF_8), code);
  }
}
