package org.icsregistry.registry.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.batch.Answer;
import org.icsregistry.registry.batch.CommandQueue;
import org.icsregistry.registry.batch.Submission;
import org.icsregistry.registry.intake.RefusedCommands.Awaited;
import org.icsregistry.registry.publish.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Commands over Kafka. The topic a command arrives on says who speaks. Each command record gets
 * exactly one result record: results and positions are committed in one Kafka transaction, and what
 * is read again after a crash gets its first answer from the receipts.
 */
@Component
class CommandTopics {

  private final Intake intake;
  private final CommandQueue queue;
  private final KafkaTemplate<String, byte[]> results;
  private final CommandMetrics metrics;
  private final RefusedCommands refused;

  CommandTopics(
      Intake intake,
      CommandQueue queue,
      KafkaTemplate<String, byte[]> results,
      CommandMetrics metrics,
      RefusedCommands refused) {
    this.intake = intake;
    this.queue = queue;
    this.results = results;
    this.metrics = metrics;
    this.refused = refused;
  }

  /** The store cannot be reached; nothing is lost, the commands stay on their topic. */
  private static final class StoreAwayException extends RuntimeException {
    StoreAwayException() {
      super("The store cannot be reached; the commands are read again");
    }
  }

  @KafkaListener(
      id = "registry-commands",
      topicPattern = "commands\\..+",
      containerFactory = KafkaIntakeConfiguration.FACTORY)
  void on(List<ConsumerRecord<String, byte[]>> records) throws InterruptedException {
    var accepted = new ArrayList<Submission>(records.size());
    var answers = new ArrayList<Awaited>(records.size());
    for (var record : records) {
      answers.add(accept(record, accepted));
    }
    // All at once, so that they are decided in few large batches.
    for (var submission : accepted) {
      queue.put(submission);
    }
    requireStore(answers);
    for (int i = 0; i < records.size(); i++) {
      var answer = answers.get(i).answer().join();
      metrics.count(CommandMetrics.Via.KAFKA, answer);
      refused.note(partner(records.get(i)), records.get(i).topic(), answers.get(i));
      var _ = results.send(result(records.get(i), answer)); // the commit fails if a send did
    }
  }

  /**
   * Undoes the Kafka transaction where the store was away, so that these commands are read again
   * until it is back. Asked before any answer is counted, or each try would count it once more.
   */
  private static void requireStore(List<Awaited> answers) {
    for (var awaited : answers) {
      var problem = awaited.answer().join().problem();
      if (problem != null && problem.code() == ProblemCode.UNAVAILABLE) {
        throw new StoreAwayException();
      }
    }
  }

  /**
   * Anything that can be refused gets its refusal as its result, so nothing ever blocks the topic.
   */
  private Awaited accept(ConsumerRecord<String, byte[]> record, List<Submission> accepted) {
    JsonNode document = null;
    try {
      Intake.requireSize(record.serializedValueSize());
      document = Intake.parse(record.value());
      var submission = intake.accept(document, new Sender(partner(record), null));
      accepted.add(submission);
      return Awaited.of(submission.answer());
    } catch (Refusal refusal) {
      return Awaited.refused(document == null ? null : Bodies.id(document), refusal);
    }
  }

  private static String partner(ConsumerRecord<String, byte[]> record) {
    return record.topic().substring(Topics.COMMANDS.length());
  }

  /**
   * Keyed like its command; a header names the command's place, for commands whose id could not be
   * read.
   */
  private static ProducerRecord<String, byte[]> result(
      ConsumerRecord<String, byte[]> command, Answer answer) {
    var topic = Topics.RESULTS + partner(command);
    @Nullable String key = command.key();
    var record = new ProducerRecord<>(topic, key, Json.MAPPER.writeValueAsBytes(answer));
    var place = command.topic() + "-" + command.partition() + "@" + command.offset();
    record.headers().add("command", place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return record;
  }
}
