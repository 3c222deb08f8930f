package org.icsregistry.local.demo.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some organisations' commands over one channel, everybody else's over another.
 *
 * @param exceptions organisations that use {@code other}
 */
public record TwoChannels(Channel usual, Channel other, Set<String> exceptions) implements Channel {

  @Override
  public void send(DemoCommand command) {
    (exceptions.contains(command.organisation()) ? other : usual).send(command);
  }

  @Override
  public List<Answer> poll(Duration timeout) {
    var answers = new ArrayList<>(other.poll(Duration.ZERO));
    answers.addAll(usual.poll(answers.isEmpty() ? timeout : Duration.ZERO));
    return answers;
  }

  @Override
  public void close() {
    try (usual) {
      other.close();
    }
  }
}
