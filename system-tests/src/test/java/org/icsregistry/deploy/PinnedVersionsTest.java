package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same sources build the same program next year: no version is left to the day. */
class PinnedVersionsTest {

  private static final String PARENT = DeploymentFiles.text("pom.xml");
  private static final Pattern PLUGIN =
      Pattern.compile("(?s)<plugin>.*?<artifactId>([^<]+)</artifactId>(.*?)</plugin>");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  static Stream<String> poms() {
    var modules = Pattern.compile("<module>([^<]+)</module>").matcher(PARENT).results();
    return Stream.concat(Stream.of("pom.xml"), modules.map(m -> m.group(1) + "/pom.xml"));
  }

  @ParameterizedTest
  @MethodSource("poms")
  void everyPlugin_hasAVersion(String pom) {
    var pinned = pinned();
    PLUGIN
        .matcher(DeploymentFiles.text(pom))
        .results()
        .filter(plugin -> !plugin.group(2).contains("<version>"))
        .forEach(plugin -> assertThat(pinned).contains(plugin.group(1)));
  }

  @Test
  void pluginsThatMavenUsesByItself_haveAVersionToo() {
    assertThat(pinned())
        .contains(
            "maven-clean-plugin",
            "maven-resources-plugin",
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-jar-plugin",
            "maven-install-plugin",
            "maven-deploy-plugin",
            "maven-site-plugin");
  }

  @ParameterizedTest
  @MethodSource("poms")
  void noVersion_isARange(String pom) {
    var rules = Set.of("[3.8.7,)", "[17,)", "[25,26)");
    VERSION
        .matcher(DeploymentFiles.text(pom))
        .results()
        .map(version -> version.group(1))
        .filter(version -> !rules.contains(version))
        .forEach(version ->
            assertThat(version)
                .doesNotContainAnyWhitespaces()
                .doesNotContain("[", "(", ",", "LATEST", "RELEASE", "+"));
  }

  /** One for each program that is run, beside the one for all. */
  @Test
  void everyService_hasABillOfMaterials() {
    assertThat(PARENT).contains("makeAggregateBom");
    for (var service :
        List.of("registry-service", "onboarding-service", "projection-service", "auditor")) {
      assertThat(DeploymentFiles.text(service + "/pom.xml")).contains("cyclonedx-maven-plugin");
    }
  }

  private static Set<String> pinned() {
    var pinned = new HashSet<String>();
    PLUGIN
        .matcher(PARENT)
        .results()
        .filter(plugin -> plugin.group(2).contains("<version>"))
        .forEach(plugin -> pinned.add(plugin.group(1)));
    return pinned;
  }
}
