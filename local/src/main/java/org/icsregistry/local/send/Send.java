package org.icsregistry.local.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code bin/send}: one command in, one result out. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description =
        "Signs in as an organisation, sends one command over Kafka and prints its one result. The client's secret comes from "
            + "REGISTRY_CLIENT_SECRET, by default the local system's. Exit codes: 0 accepted, 1 refused, "
            + "2 wrong options or no JSON, 3 no result in time (sending the same command again is safe), "
            + "4 Kafka or the sign-in service did not let it in.")
public final class Send implements Callable<Integer> {

  private static final int REFUSED = 1;
  private static final int UNUSABLE = 2;
  private static final int NO_RESULT = 3;
  private static final int NOT_LET_IN = 4;
  private static final int CREATED = 201;

  @Mixin private PartnerClient partner = new PartnerClient();

  @Option(
      names = "--seconds",
      description = "how long to wait for the result (default: ${DEFAULT-VALUE})")
  private int seconds = 30;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "the command as JSON; standard input when absent")
  private @Nullable Path file;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Send()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    JsonNode command;
    try {
      command =
          Json.MAPPER.readTree(file == null ? System.in.readAllBytes() : Files.readAllBytes(file));
    } catch (JacksonException e) {
      System.err.println("Expected one JSON document with the command; it does not parse.");
      return UNUSABLE;
    }
    try {
      return exchange(command);
    } catch (KafkaException e) {
      System.err.println(partner.notLetIn(e));
      return NOT_LET_IN;
    }
  }

  private int exchange(JsonNode command) {
    try (var exchange = new Exchange(partner.settings(), partner.organisation())) {
      var result = exchange.send(command, Duration.ofSeconds(seconds));
      if (result.isEmpty()) {
        System.err.println(
            "No result within "
                + seconds
                + " s. Is the system running? Sending the same again is safe.");
        return NO_RESULT;
      }
      System.out.println(
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result.get()));
      return result.get().path("status").asInt() == CREATED ? 0 : REFUSED;
    }
  }
}
