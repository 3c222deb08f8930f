package org.icsregistry.local.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.schema.Schemas;
import org.icsregistry.contracts.signature.KeyPossession;
import org.icsregistry.contracts.signature.SignedCommand;
import org.icsregistry.contracts.signature.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class SignTest {

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int sign(String... arguments) {
    out.reset();
    err.reset();
    var program = new Sign(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new CommandLine(program).execute(arguments);
  }

  private JsonNode printed() {
    return Json.MAPPER.readTree(out.toByteArray());
  }

  private Path newKey() {
    var file = directory.resolve("rbv.jwk");
    assertThat(sign("--new-key", file.toString(), "--as", "RBV", "--kid", "rbv-2026")).isZero();
    return file;
  }

  private Path command(String text) throws IOException {
    return Files.writeString(directory.resolve("command.json"), text);
  }

  @Test
  void newKey_isKeptForItsOwnerAlone_andItsRegistrationPrinted() throws IOException {
    var file = newKey();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var data = printed().required("data");
    assertThat(Schemas.validate("RegisterSigningKey.v1", data)).isEmpty();
    var key = Json.MAPPER.treeToValue(data.required("key"), SigningKey.class);
    var possession = data.required("possession").stringValue();
    assertThat(KeyPossession.shows(possession, key, "urn:org:RBV", "rbv-2026")).isTrue();
    assertThat(out.toString(UTF_8)).doesNotContain("\"d\"");
  }

  @Test
  void newKey_neverReplacesAnother() throws IOException {
    var file = newKey();
    var before = Files.readString(file);
    assertThat(sign("--new-key", file.toString(), "--as", "RBV", "--kid", "rbv-2026")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("exists");
    assertThat(file).content().isEqualTo(before);
  }

  @Test
  void command_isPrintedWithASignatureThatCoversIt() throws IOException {
    var key = newKey();
    var registered =
        Json.MAPPER.treeToValue(printed().required("data").required("key"), SigningKey.class);
    var file =
        command(
            """
            {"specversion": "1.0", "id": "c-1", "type": "RegisterVolunteer.v1", "source": "urn:org:RBV",
             "subject": "018f3c1e-0000-7000-8000-000000000001",
             "data": {"name": {"given": "Planted", "family": "Marker"}, "dateOfBirth": "1990-04-05",
                      "contact": {}}}
            """);
    assertThat(sign("--key", key.toString(), file.toString())).isZero();
    var evidence = SignedCommand.parse(printed().required("evidence").stringValue());
    evidence.covers(printed(), Set.of("name", "dateOfBirth", "contact"));
    assertThat(evidence.madeBy(registered)).isTrue();
  }

  @Test
  void whatCannotBeSigned_isSaid_withoutRepeatingIt() throws IOException {
    var key = newKey().toString();
    assertThat(sign("--key", key, command("{\"name\": \"Planted").toString())).isEqualTo(2);
    assertThat(sign("--key", key, command("{\"id\": \"Planted\"}").toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("Expected").doesNotContain("Planted");
    assertThat(sign("--key", directory.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("does not exist");
    assertThat(sign("--key", command("{}").toString(), command("{}").toString())).isEqualTo(2);
    assertThat(sign()).isEqualTo(2);
  }
}
