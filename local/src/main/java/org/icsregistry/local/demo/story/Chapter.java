package org.icsregistry.local.demo.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.local.demo.play.DemoCommand;
import org.icsregistry.local.demo.play.EventPattern;
import org.icsregistry.local.demo.play.Expectation;
import org.icsregistry.local.demo.play.Step;
import org.icsregistry.local.demo.play.Step.Await;
import org.icsregistry.local.demo.play.Step.Send;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chapter as its file has it. Lines that begin with {@code #} are for the reader; every other
 * line is a JSON document:
 *
 * <ul>
 *   <li>a command, as it goes out;
 *   <li>{@code {"await": "ClearedForRole.v1", "subject": …, "data": {…}}}: go on with this subject
 *       when the log holds such an event, the data fields with exactly these values;
 *   <li>{@code {"expect": "ISSUER_ONLY", "command": {…}}}: a command that has to be refused with
 *       this code.
 * </ul>
 */
public record Chapter(String title, List<String> lines) {

  static Chapter of(List<String> file) {
    return new Chapter(
        file.getFirst().replaceFirst("^# *", ""),
        file.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
  }

  /** What to do when the story begins on this day. */
  public List<Step> steps(LocalDate today) {
    return lines.stream()
        .map(line -> Json.MAPPER.readTree(RelativeDates.resolve(line, today)))
        .map(Chapter::step)
        .toList();
  }

  /** Whom and what the chapter is about. */
  public Set<String> subjects() {
    return steps(LocalDate.EPOCH).stream().map(Step::subject).collect(Collectors.toSet());
  }

  private static Step step(JsonNode line) {
    if (line.has("await")) {
      return new Await(
          new EventPattern(
              line.required("await").stringValue(),
              line.required("subject").stringValue(),
              (ObjectNode) line.required("data")));
    }
    if (line.has("expect")) {
      var code = ProblemCode.valueOf(line.required("expect").stringValue());
      return new Send(DemoCommand.of(line.required("command")), Expectation.refused(code));
    }
    return new Send(DemoCommand.of(line), Expectation.ACCEPTED);
  }
}
