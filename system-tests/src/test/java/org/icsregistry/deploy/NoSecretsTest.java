package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets come from files or from the environment, and are compared in constant time. */
class NoSecretsTest {

  private static final Pattern SECRET =
      Pattern.compile(
          "(?im)^\\s*[\\w.-]*(password|secret|credential|api-?key)[\\w.-]*\\s*[:=]\\s*(.+)$");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----\\n[A-Za-z0-9+/]|PRIVATE\\+KEY\\+[^+\\s]+\\+[0-9a-f]{8}\\+");
  private static final Pattern COMPARED =
      Pattern.compile("(?i)(secret|password|mac|signature|csrf)\\w*(\\(\\))?\\.equals\\(");
  private static final List<String> LEFT_OUT = List.of("target", ".git", "node_modules", ".data");

  static Stream<Path> settings() throws IOException {
    return files()
        .filter(file -> file.toString().matches(".*/src/main/resources/.*\\.(ya?ml|properties)"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void settings_holdNoSecret(Path file) throws IOException {
    SECRET
        .matcher(Files.readString(file))
        .results()
        .forEach(found -> assertThat(found.group(2)).as(found.group()).startsWith("${"));
  }

  @Test
  void noPrivateKey_isInAFile() throws IOException {
    for (var file : files().filter(NoSecretsTest::isText).toList()) {
      assertThat(PRIVATE_KEY.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  @Test
  void nothingSecret_isComparedByEquals() throws IOException {
    for (var file : files().filter(f -> f.toString().matches(".*/src/main/java/.*")).toList()) {
      assertThat(COMPARED.matcher(Files.readString(file)).results().map(r -> r.group()))
          .as(file + ": MessageDigest.isEqual takes as long for every wrong value")
          .isEmpty();
    }
  }

  private static boolean isText(Path file) {
    return file.toString()
            .matches(".*\\.(java|ya?ml|properties|json|jwk|pem|key|md|sh|sql|xml|html)")
        && !file.toString().contains("/src/test/");
  }

  private static Stream<Path> files() throws IOException {
    try (var all = Files.walk(DeploymentFiles.ROOT)) {
      return all.filter(Files::isRegularFile).filter(NoSecretsTest::isSource).toList().stream();
    }
  }

  private static boolean isSource(Path file) {
    for (var part : DeploymentFiles.ROOT.relativize(file)) {
      if (LEFT_OUT.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }
}
