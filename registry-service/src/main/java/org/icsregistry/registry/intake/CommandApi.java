package org.icsregistry.registry.intake;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.oversight.RefusalFilter;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.registry.batch.Answer;
import org.icsregistry.registry.batch.CommandQueue;
import org.icsregistry.registry.batch.Lane;
import org.icsregistry.registry.batch.Submission;
import org.icsregistry.registry.intake.RefusedCommands.Awaited;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Commands over HTTP: one envelope, or a batch with one result per item. */
@RestController
@Tag(name = "Commands", description = "What partners ask the registry to record")
class CommandApi {

  static final String ONE = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  /** As the table of refusals names the address. */
  private static final String ADDRESS = "POST /v1/commands";

  private static final String EXAMPLE =
      """
      {"specversion":"1.0","id":"7b0c…","type":"LinkPartner.v1","source":"urn:org:R0A",\
      "subject":"0b9c…","data":{"agreedOn":"2026-11-01"}}\
      """;

  private static final int MAX_BATCH_ITEMS = 1000;
  private static final int MAX_BATCH_BYTES = 8 * 1024 * 1024;
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Intake intake;
  private final CommandQueue queue;
  private final CommandMetrics metrics;
  private final RefusedCommands refused;

  CommandApi(Intake intake, CommandQueue queue, CommandMetrics metrics, RefusedCommands refused) {
    this.intake = intake;
    this.queue = queue;
    this.metrics = metrics;
    this.refused = refused;
  }

  @Operation(
      summary = "Send one command, or a batch",
      description =
          """
          One CloudEvents 1.0 envelope of at most 32,768 bytes; or, as a batch, a JSON array of at most 1,000 envelopes \
          and 8 MiB, each decided on its own, with the results in order. The same source and id always get the first answer.\
          """,
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = ONE, examples = @ExampleObject(EXAMPLE)),
                @Content(mediaType = BATCH, examples = @ExampleObject("[" + EXAMPLE + "]"))
              }))
  @ApiResponse(
      responseCode = "200",
      description = "To a batch: one result per command: id, status, and the events or a problem")
  @ApiResponse(
      responseCode = "201",
      description = "Accepted and durable; lists the events it led to")
  @ApiResponse(
      responseCode = "4XX",
      description = "Refused; a problem document whose code names the rule")
  @PostMapping(path = "/v1/commands", consumes = ONE)
  ResponseEntity<?> one(HttpServletRequest request, Caller caller) throws IOException {
    var sender = sender(caller);
    var body = Bodies.read(request, Intake.MAX_COMMAND_BYTES);
    var awaited = submit(List.of(Intake.parse(body)), sender, lane(caller)).getFirst();
    var answer = awaited.answer().join();
    if (awaited.wanted() != null) {
      RefusalFilter.note(request, awaited.wanted());
    }
    metrics.count(CommandMetrics.Via.HTTP, answer);
    if (answer.problem() != null) {
      return problem(answer.problem());
    }
    return ResponseEntity.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.body());
  }

  /** Hidden, because OpenAPI has one operation per path: both are described above. */
  @Hidden
  @PostMapping(path = "/v1/commands", consumes = BATCH)
  List<Answer> batch(HttpServletRequest request, Caller caller) throws IOException {
    var sender = sender(caller);
    var items = Intake.items(Intake.parse(Bodies.read(request, MAX_BATCH_BYTES)), MAX_BATCH_ITEMS);
    var all = submit(items, sender, lane(caller));
    all.forEach(awaited -> refused.note(caller, ADDRESS, awaited));
    var answers = all.stream().map(awaited -> awaited.answer().join()).toList();
    answers.forEach(answer -> metrics.count(CommandMetrics.Via.BATCH, answer));
    return answers;
  }

  /**
   * All are checked before the first is handed over, so that they are decided in few large batches.
   */
  private List<Awaited> submit(List<JsonNode> items, Sender sender, Lane lane) {
    var accepted = new ArrayList<Submission>(items.size());
    var answers = items.stream().map(item -> accept(item, sender, accepted)).toList();
    accepted.forEach(submission -> submit(submission, lane));
    return answers;
  }

  private Awaited accept(JsonNode item, Sender sender, List<Submission> accepted) {
    try {
      var submission = intake.accept(item, sender);
      accepted.add(submission);
      return Awaited.of(submission.answer());
    } catch (Refusal refusal) {
      return Awaited.refused(Bodies.id(item), refusal);
    }
  }

  private void submit(Submission submission, Lane lane) {
    if (!queue.offer(submission, lane)) {
      submission
          .answer()
          .complete(
              Answer.refused(
                  submission.origin().commandId(),
                  Problem.of(
                      ProblemCode.OVERLOADED,
                      "room for another command",
                      "a full queue",
                      "send the same command again in " + RETRY_AFTER_SECONDS + " s")));
    }
  }

  /** The status of a problem and, where trying again helps, when. */
  static ResponseEntity<Problem> problem(Problem problem) {
    var headers = new HttpHeaders();
    if (problem.status() == HttpStatus.TOO_MANY_REQUESTS.value()
        || problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
        .body(problem);
  }

  private static Lane lane(Caller caller) {
    return Office.named(caller.roles()).contains(Office.ENGINE) ? Lane.ENGINE : Lane.PARTNERS;
  }

  /** Whom an organisation lets send is the sign-in service's to say; an overseer is nobody's. */
  private static Sender sender(Caller caller) {
    var everything = Access.allows(caller, Right.SEND_COMMANDS, Bond.OWN);
    if (!everything) {
      Access.require(caller, Right.SEND_CHOICES, Bond.OWN);
    }
    return new Sender(
        caller.organisation(),
        Bodies.pseudonym(caller.subject()),
        !everything,
        Access.allows(caller, Right.SEND_EMERGENCIES, Bond.OWN),
        Office.named(caller.roles()).stream().anyMatch(Office::ofPeople));
  }
}
