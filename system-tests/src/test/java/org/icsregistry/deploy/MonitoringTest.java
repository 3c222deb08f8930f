package org.icsregistry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MonitoringTest {

  private static final JsonNode PROMETHEUS =
      DeploymentFiles.yaml("deploy/prometheus/prometheus.yml");
  private static final JsonNode RULES = DeploymentFiles.yaml("deploy/prometheus/rules.yml");
  private static final JsonNode DASHBOARD =
      DeploymentFiles.json("deploy/grafana/dashboards/registry.json");

  // What is left of a query without label selectors, durations and label lists: names that are not
  // called like a function are metrics.
  private static final Pattern NO_NAMES =
      Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern METRIC = Pattern.compile("\\b[a-z_]\\w*\\b(?!\\s*\\()");

  @Test
  void everyServiceIsScrapedWhereTheComposeFileRunsIt() {
    var targets =
        PROMETHEUS
            .at("/scrape_configs/0/static_configs")
            .valueStream()
            .flatMap(config -> DeploymentFiles.strings(config.get("targets")));
    var services = DeploymentFiles.yaml("docker-compose.yml").get("services");
    assertThat(targets)
        .hasSize(3)
        .allSatisfy(target -> {
          var parts = target.split(":", 2);
          assertThat(services.at("/" + parts[0] + "/environment/SERVER_PORT").asString())
              .isEqualTo(parts[1]);
        });
  }

  @Test
  void theDashboardReadsTheDatasourceThatIsProvisioned() {
    var datasource =
        DeploymentFiles.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
            .at("/datasources/0");
    assertThat(DASHBOARD.get("panels").valueStream())
        .isNotEmpty()
        .allMatch(panel -> panel.at("/datasource/uid").equals(datasource.get("uid")));
    assertThat(
            DeploymentFiles.yaml("deploy/grafana/provisioning/dashboards/dashboards.yml")
                .at("/providers/0/options/path")
                .asString())
        .isEqualTo("/var/lib/grafana-dashboards");
  }

  @Test
  void everyAlertSaysWhatIsWrongAndWhatToDo() {
    assertThat(rules())
        .isNotEmpty()
        .allMatch(rule -> !rule.at("/annotations/summary").asString("").isBlank())
        .allMatch(rule -> !rule.at("/annotations/action").asString("").isBlank())
        .allMatch(rule -> rule.has("for"));
  }

  @Test
  void everyMetricNamedInRulesAndDashboardIsListedAndEveryListedOneIsUsed() {
    assertThat(queries().flatMap(query -> metrics(query).stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(DeploymentFiles.listedMetrics());
  }

  @Test
  void everyListedMetricHasAProviderAUnitAndAMeaning() {
    assertThat(DeploymentFiles.text("deploy/metrics.csv").lines())
        .allMatch(line -> line.split(",", -1).length == 5)
        .noneMatch(line -> line.contains(",,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum by (le) (rate(a_bucket{x=\"y\"}[5m])) > 0.5 | a_bucket",
        "scalar(max(one)) - two | one,two",
        "up == 0 | up"
      })
  void metricsAreFoundInAQuery(String query, String expected) {
    assertThat(metrics(query)).containsExactly(expected.split(","));
  }

  private static Stream<JsonNode> rules() {
    return RULES.get("groups").valueStream().flatMap(group -> group.get("rules").valueStream());
  }

  private static Stream<String> queries() {
    var panels = DASHBOARD.get("panels").valueStream();
    return Stream.concat(
        rules().map(rule -> rule.get("expr").asString()),
        panels.flatMap(panel -> panel.findValuesAsString("expr").stream()));
  }

  private static List<String> metrics(String query) {
    var names = METRIC.matcher(NO_NAMES.matcher(query).replaceAll(" "));
    var found = new ArrayList<String>();
    while (names.find()) {
      found.add(names.group());
    }
    return found;
  }
}
