package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/asvs.md goes through all of level 2, and what it names as evidence is there. */
class AsvsTest {

  private static final String PAGE = DeploymentFiles.text("docs/asvs.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (V[^|]*) \\| ([^|]*) \\| ([^\\n]*) \\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z]+");

  @Test
  void everyRequirementOfLevelTwo_isGoneThroughOnce() {
    var numbers =
        DeploymentFiles.text("system-tests/src/test/resources/asvs-5.0.0-level-2.txt").lines();

    assertThat(rows().flatMap(row -> Arrays.stream(row.group(1).split(", "))))
        .containsExactlyInAnyOrderElementsOf(numbers.toList());
  }

  @Test
  void everyState_isOneOfThoseExplained() {
    assertThat(rows().map(row -> row.group(2)))
        .isSubsetOf("met", "partly", "operator", "no", "n/a");
  }

  @Test
  void everyFileAndTestThatIsNamed_isThere() throws IOException {
    var classes = classes();
    for (var row : rows().toList()) {
      QUOTED
          .matcher(row.group(3))
          .results()
          .map(quoted -> quoted.group(1))
          .forEach(name -> {
            if (name.contains("/")) {
              assertThat(DeploymentFiles.ROOT.resolve(name)).as(row.group(1)).exists();
            } else if (CLASS.matcher(name).matches() && !NOT_OURS.contains(name)) {
              assertThat(classes).as(row.group(1)).contains(name);
            }
          });
    }
  }

  /** Words of standards and of the JDK that look like classes of ours. */
  private static final Set<String> NOT_OURS = Set.of("Secure", "HttpOnly", "SecureRandom");

  private static Stream<MatchResult> rows() {
    return ROW.matcher(PAGE).results();
  }

  private static Set<String> classes() throws IOException {
    try (var files = Files.walk(DeploymentFiles.ROOT)) {
      return files
          .map(Path::getFileName)
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
