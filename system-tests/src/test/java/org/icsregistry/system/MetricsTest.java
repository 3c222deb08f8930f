package org.icsregistry.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.system.Cluster.Part;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard rest on deploy/metrics.csv, so each service must really tell those. */
class MetricsTest {

  private static final Map<String, Part> SERVICES =
      Map.of(
          "registry", Part.REGISTRY, "onboarding", Part.ONBOARDING, "projection", Part.PROJECTION);

  /** A metric that the file promises of a service. */
  private record Promise(String metric, String service) {}

  @Test
  void everyListedMetricIsToldByTheServicesItIsListedFor() throws Exception {
    var promised = promised();
    assertThat(promised).contains(new Promise("registry_log_lag_records", "projection"));
    try (var cluster = new Cluster()) {
      new Calls(cluster)
          .post(
              "QOP",
              cluster.uri(Part.REGISTRY, "/v1/commands"),
              "application/cloudevents+json",
              """
              {"specversion":"1.0","id":"1","type":"RegisterPartner.v1","source":"urn:org:QOP","subject":"RBV",
               "data":{"name":"The Christie","category":"NHS_TRUST"}}\
              """);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(missing(cluster, promised)).isEmpty());
    }
  }

  private static List<Promise> promised() throws IOException {
    try (var lines = Files.lines(Repository.root().resolve("deploy/metrics.csv"))) {
      return lines
          .skip(1)
          .map(line -> line.split(",", 4))
          .filter(columns -> !columns[2].equals("Prometheus"))
          .flatMap(columns -> services(columns[1]).map(s -> new Promise(columns[0], s)))
          .toList();
    }
  }

  private static Stream<String> services(String column) {
    return column.equals("all") ? SERVICES.keySet().stream() : Stream.of(column.split(" and "));
  }

  private static List<Promise> missing(Cluster cluster, List<Promise> promised)
      throws IOException, InterruptedException {
    var told = new TreeSet<String>();
    for (var service : SERVICES.entrySet()) {
      metrics(cluster, service.getValue()).forEach(m -> told.add(service.getKey() + " " + m));
    }
    return promised.stream().filter(p -> !told.contains(p.service() + " " + p.metric())).toList();
  }

  private static Set<String> metrics(Cluster cluster, Part part)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(cluster.uri(part, "/actuator/prometheus")).build();
      return http.send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .collect(Collectors.toSet());
    }
  }
}
