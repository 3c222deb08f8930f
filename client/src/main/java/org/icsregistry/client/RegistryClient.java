package org.icsregistry.client;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.icsregistry.client.Answer.Refused;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Sends commands over HTTP and waits for the answer. Overload (429) and temporary failure (5xx, no
 * answer) are waited out as the registry asks, within the caller's patience; that is safe because a
 * command's id makes it have effect once. For any number of threads.
 */
public final class RegistryClient implements AutoCloseable {

  private static final String ONE = "application/cloudevents+json";
  private static final String MANY = "application/cloudevents-batch+json";

  private final RegistrySettings settings;
  private final HttpClient http;
  private final Transport transport;

  public RegistryClient(RegistrySettings settings) {
    this.settings = settings;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.transport = new Transport(http, settings, "/v1/commands");
  }

  /** Builds this organisation's commands. */
  public Commands commands() {
    return Commands.from(settings.organisation());
  }

  /**
   * Sends one command.
   *
   * @throws RegistryUnavailableException if nothing was decided within the patience
   * @throws SignInRefusedException if the client is not accepted
   */
  public Answer send(CommandEnvelope command) throws InterruptedException {
    var answer = transport.post(ONE, command.toJson(), new Waiting(settings.patience()));
    return read(() -> Answers.single(command.id(), answer.statusCode(), answer.body()));
  }

  /**
   * Sends commands together, which is many times faster than one by one. Each is decided for
   * itself, in the order given; those that could not be decided are sent again.
   *
   * @return one answer per command, in their order; what is still undecided when the patience ends
   *     is {@link Refused#temporary}
   * @throws RegistryUnavailableException if nothing came back within the patience
   * @throws SignInRefusedException if the client is not accepted
   * @throws CommandsRefusedException if the request as a whole was refused
   */
  public List<Answer> sendBatch(List<CommandEnvelope> commands) throws InterruptedException {
    Map<String, Answer> answers = new HashMap<>();
    var open = commands;
    var waiting = new Waiting(settings.patience());
    while (!open.isEmpty()) {
      var sent = open;
      var answer = transport.post(MANY, batch(sent), waiting);
      answers(sent, answer).forEach(a -> answers.put(a.id(), a));
      open = sent.stream().filter(c -> undecided(answers.get(c.id()))).toList();
      if (!open.isEmpty() && !waiting.paused(answer)) {
        break;
      }
    }
    var inOrder = new ArrayList<Answer>(commands.size());
    commands.forEach(c -> inOrder.add(Objects.requireNonNull(answers.get(c.id()))));
    return inOrder;
  }

  @Override
  public void close() {
    http.close();
  }

  private static boolean undecided(@Nullable Answer answer) {
    return answer instanceof Refused refused && refused.temporary();
  }

  private static List<Answer> answers(List<CommandEnvelope> sent, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new CommandsRefusedException(
          read(() -> Answers.refused("", answer.statusCode(), answer.body())));
    }
    return read(() -> Answers.batch(sent, answer.body()));
  }

  private static byte[] batch(List<CommandEnvelope> commands) {
    var array = Json.MAPPER.createArrayNode();
    commands.forEach(c -> array.add(c.toNode()));
    return Json.MAPPER.writeValueAsBytes(array);
  }

  private static <T> T read(Supplier<T> body) {
    try {
      return body.get();
    } catch (JacksonException e) {
      throw new RegistryUnavailableException("The registry's answer is not the JSON expected", e);
    }
  }
}
