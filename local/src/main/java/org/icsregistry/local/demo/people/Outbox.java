package org.icsregistry.local.demo.people;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.local.demo.play.DemoCommand;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Commands about one person, in order. */
final class Outbox {

  private final String subject;
  private final Dice dice;
  private final List<DemoCommand> commands = new ArrayList<>();
  private @Nullable String matter;

  Outbox(String subject, Dice dice) {
    this.subject = subject;
    this.dice = dice;
  }

  /** What is sent from now on belongs to this matter. */
  void about(String newMatter) {
    matter = newMatter;
  }

  void send(Desk desk, Command command) {
    commands.add(DemoCommand.of(desk.code(), dice.uuid(), subject, actor(), matter, command));
  }

  void send(Desk desk, Class<? extends Command> type, JsonNode data) {
    commands.add(DemoCommand.of(desk.code(), dice.uuid(), subject, actor(), matter, type, data));
  }

  List<DemoCommand> commands() {
    return commands;
  }

  private String actor() {
    return "coordinator-" + dice.between(1, 5);
  }
}
