package org.icsregistry.local.demo.play;

import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the registry said to a command.
 *
 * @param organisation who sent the command
 * @param id the command's id; empty when the registry could not read it
 * @param status 201 for an accepted command, otherwise the problem's status
 * @param code the problem's code, absent for an accepted command
 * @param detail what was expected, what came and what to do
 */
public record Answer(
    String organisation, String id, int status, @Nullable String code, @Nullable String detail) {

  /** An answer as it stands on {@code results.<org>}. */
  static Answer of(String organisation, byte[] result) {
    JsonNode node = Json.MAPPER.readTree(result);
    JsonNode problem = node.path("problem");
    return new Answer(
        organisation,
        node.path("id").stringValue(""),
        node.required("status").intValue(),
        problem.path("code").stringValue(null),
        problem.path("detail").stringValue(null));
  }

  boolean accepted() {
    return code == null;
  }
}
