package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.deploy.DeploymentFiles.ROOT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path directory;

  @Test
  void makeSecretsWritesEverySecretOfTheComposeFileAndOfTheRealm() throws Exception {
    run(Map.of(), "deploy/make-secrets", directory.toString());
    assertThat(DeploymentFiles.yaml("docker-compose.yml").get("secrets").valueStream())
        .allSatisfy(secret -> assertThat(written(secret.get("file").asString())).isNotEmptyFile());
    assertThat(DeploymentFiles.json("deploy/keycloak/realm.json").get("clients").valueStream())
        .allSatisfy(client ->
            assertThat(directory.resolve("clients/" + client.get("clientId").asString()))
                .isNotEmptyFile());
  }

  @Test
  void makeSecretsNeverChangesASecretThatExists() throws Exception {
    Files.writeString(directory.resolve("postgres_password"), "kept");
    run(Map.of(), "deploy/make-secrets", directory.toString());
    String key = Files.readString(directory.resolve("key_encryption_key"));
    assertThat(run(Map.of(), "deploy/make-secrets", directory.toString()).output()).isEmpty();
    assertThat(directory.resolve("postgres_password")).hasContent("kept");
    assertThat(directory.resolve("key_encryption_key")).hasContent(key);
  }

  @Test
  void theLogsKeyIsOneThatTheRegistryReads_namedAfterTheOrigin() throws Exception {
    var origin = "registry.example.org/log";
    run(Map.of("REGISTRY_LOG_ORIGIN", origin), "deploy/make-secrets", directory.toString());
    var key = SigningKey.parse(Files.readString(directory.resolve("log_signing_key")));
    assertThat(key.verifierKey().name()).isEqualTo(origin);
    assertThat(key.verifierKey().type()).isEqualTo(KeyType.ED25519);
  }

  @Test
  void everySecretFileIsExplainedInTheReadme() {
    String readme = DeploymentFiles.text("deploy/README.md");
    assertThat(DeploymentFiles.yaml("docker-compose.yml").get("secrets").propertyNames())
        .allMatch(name -> name.startsWith("client_") || readme.contains("`" + name + "`"));
  }

  @Test
  void theEntryPointReadsSecretsFromFilesAndLeavesOtherPathsAlone() throws Exception {
    var file = Files.writeString(directory.resolve("password"), "a b$c\n");
    var environment =
        Map.of("X_PASSWORD_FROM_FILE", file.toString(), "REGISTRY_KEYS_KEK_FILE", "/keys");
    var result =
        run(
            environment,
            "deploy/entrypoint.sh",
            "/bin/bash",
            "-c",
            "echo \"$X_PASSWORD|$REGISTRY_KEYS_KEK_FILE|${X_PASSWORD_FROM_FILE-unset}\"");
    assertThat(result.output()).isEqualToIgnoringNewLines("a b$c|/keys|unset");
  }

  @Test
  void theEntryPointRefusesAnEmptySecretAndSaysWhichOne() throws Exception {
    var file = Files.createFile(directory.resolve("password"));
    var result =
        run(Map.of("X_PASSWORD_FROM_FILE", file.toString()), "deploy/entrypoint.sh", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("Expected a secret for X_PASSWORD");
  }

  private Path written(String file) {
    return directory.resolve(Path.of("deploy/secrets").relativize(Path.of(file).normalize()));
  }

  private static Result run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.command().set(0, ROOT.resolve(command[0]).toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int exitCode, String output) {}
}
