package org.icsregistry.registry.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.TreeMap;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.oversight.OperatorActions;
import org.icsregistry.kit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which key-encryption keys are in use, for operators. */
@RestController
@Tag(name = "Keys", description = "For the registry's own services")
class EpochApi {

  private final KeyTable table;
  private final KeyEncryption encryption;
  private final Rewrapping rewrapping;
  private final OperatorActions actions;

  EpochApi(
      KeyTable table, KeyEncryption encryption, Rewrapping rewrapping, OperatorActions actions) {
    this.table = table;
    this.encryption = encryption;
    this.rewrapping = rewrapping;
    this.actions = actions;
  }

  /**
   * @param current name of the key that wraps what is new
   * @param epochs those in use; a key-encryption key that is not named here can be destroyed
   */
  record Epochs(String current, List<Epoch> epochs) {}

  /**
   * @param keys how many data keys and secrets of the service it has wrapped
   */
  record Epoch(String name, long keys) {}

  @Operation(
      summary = "Key-encryption keys in use",
      description =
          "How many keys each has wrapped, for operators. One that is not named any more may be destroyed.")
  @GetMapping("/v1/keys/epochs")
  Epochs epochs(Caller caller) {
    Access.require(caller, Right.OPERATE, Bond.NONE);
    var counts = new TreeMap<String, Long>();
    table.epochs().forEach(epoch -> counts.merge(epoch.kek(), epoch.keys(), Long::sum));
    table.serviceKeys().forEach(key -> counts.merge(key.kek(), 1L, Long::sum));
    return new Epochs(
        encryption.current(),
        counts.entrySet().stream().map(e -> new Epoch(e.getKey(), e.getValue())).toList());
  }

  @Operation(
      summary = "Wrap anew now",
      description =
          "Keys under an older key-encryption key are wrapped anew, as happens every hour; for operators. `GET /v1/keys/epochs` shows how far it is.")
  @PostMapping("/v1/keys/rewrap")
  ResponseEntity<Void> rewrap(Caller caller) {
    Access.require(caller, Right.OPERATE, Bond.NONE);
    actions.record(caller, "wrap keys anew");
    rewrapping.lookNow();
    return ResponseEntity.accepted().build();
  }
}
