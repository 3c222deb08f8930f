package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.auditor.Audit;

/** {@code bin/audit witness} as a process of its own. */
final class WitnessProcess implements AutoCloseable {

  private static final String READY = "Ready on ";

  private final Process process;
  private final BufferedReader output;
  private final HttpClient http = HttpClient.newHttpClient();
  private String url = "";

  private WitnessProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  static WitnessProcess run(Path directory, String... more) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Audit.class.getName()));
    command.addAll(List.of("witness", "--name", "witness.example.org"));
    command.addAll(List.of("--key-file", directory.resolve("key").toString()));
    command.addAll(List.of("--state", directory.resolve("state").toString()));
    command.addAll(List.of(more));
    return new WitnessProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  static WitnessProcess ready(Path directory, String... more) throws IOException {
    var witness = run(directory, more);
    var said = new StringBuilder();
    for (var line = witness.output.readLine(); ; line = witness.output.readLine()) {
      if (line == null) {
        throw new AssertionError("The witness ended and said: " + said);
      }
      if (line.startsWith(READY)) {
        witness.url = line.substring(READY.length());
        return witness;
      }
      said.append(line).append('\n');
    }
  }

  /** Everything it says until it ends, and its exit code. */
  String ending() throws IOException, InterruptedException {
    try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      var said = reader.lines().reduce("", (all, line) -> all + line + "\n");
      return said + "exit code " + process.waitFor();
    }
  }

  HttpResponse<String> add(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + "/add-checkpoint"))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }
}
