package org.icsregistry.registry.schema;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.schema.Schemas;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The JSON Schemas of all commands and events. */
@RestController
@Tag(name = "Schemas", description = "JSON Schema, draft 2020-12")
class SchemaApi {

  record Types(Set<String> commands, Set<String> events) {}

  @Operation(summary = "Type names of all commands and events")
  @GetMapping("/v1/schemas")
  Types types() {
    return new Types(MessageTypes.COMMANDS.keySet(), MessageTypes.EVENTS.keySet());
  }

  @Operation(summary = "Schema of one type")
  @GetMapping("/v1/schemas/{type}")
  ResponseEntity<String> schema(@PathVariable String type) {
    var schema =
        Schemas.text(type)
            .orElseThrow(() ->
                new Refusal(
                    ProblemCode.NOT_FOUND,
                    "a type listed by GET /v1/schemas",
                    "another one",
                    "correct the type or its version"));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/schema+json"))
        .body(schema);
  }
}
