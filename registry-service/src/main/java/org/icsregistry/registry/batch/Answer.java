package org.icsregistry.registry.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.icsregistry.contracts.problem.Problem;
import org.icsregistry.registry.command.CommandContext.Appended;
import org.jspecify.annotations.Nullable;

/**
 * The one answer to a command: what it led to, or why it was refused.
 *
 * @param id the command's id; absent when it could not be read
 * @param status 201, or the problem's status
 */
public record Answer(
    @Nullable String id,
    int status,
    @Nullable String subject,
    @Nullable List<Appended> events,
    @Nullable Problem problem) {

  private static final int CREATED = 201;

  public static Answer accepted(String id, String subject, List<Appended> events) {
    return new Answer(id, CREATED, subject, events, null);
  }

  public static Answer refused(@Nullable String id, Problem problem) {
    return new Answer(id, problem.status(), null, null, problem);
  }

  /** The body of a single accepted command. */
  public record Body(
      @JsonProperty @Nullable String id,
      @Nullable String subject,
      @Nullable List<Appended> events) {}

  public Body body() {
    return new Body(id, subject, events);
  }
}
