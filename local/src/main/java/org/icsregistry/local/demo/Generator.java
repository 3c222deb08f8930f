package org.icsregistry.local.demo;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.icsregistry.local.demo.founding.Founding;
import org.icsregistry.local.demo.people.People;
import org.icsregistry.local.demo.play.DemoCommand;

/**
 * Commands for a system of any size. The same settings give the same commands, byte for byte. Each
 * command is valid when those before it about the same subject, and the whole founding, have been
 * accepted; subjects may overtake one another.
 *
 * <p>People are cleared by their own partner, so the commands need no onboarding-service. Where one
 * is running it may be faster: {@code ALREADY_CLEARED} and {@code RECOGNITION_ALREADY_DECIDED} are
 * then as good as acceptance.
 */
public final class Generator {

  /** Founding partners beside the host in the demonstration. */
  public static final int DEMONSTRATION_PARTNERS = 11;

  private final Settings settings;
  private final Founding founding;

  /**
   * @param people how many
   * @param seed chooses one of many equally likely populations
   * @param partners how many partners beside the ICS host
   * @param today the day up to which things have happened; the registry's own day or shortly before
   */
  public record Settings(long people, long seed, int partners, LocalDate today) {}

  /**
   * @throws IllegalArgumentException if there are not that many partners in the reference data
   */
  public Generator(Settings settings) {
    this.settings = settings;
    this.founding = Founding.with(settings.partners());
  }

  /** Host, partners, policies, roles: the same as the demonstration's, under the same ids. */
  public List<DemoCommand> founding() {
    return founding.commands();
  }

  /** Commands about people, many people's mixed; made as they are asked for. */
  public People people() {
    return new People(founding, settings.seed(), settings.people(), settings.today());
  }

  /** Everything, the founding first. */
  public Stream<DemoCommand> stream() {
    return Stream.concat(founding().stream(), stream(people()));
  }

  private static Stream<DemoCommand> stream(Iterator<DemoCommand> commands) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(commands, Spliterator.ORDERED), false);
  }
}
