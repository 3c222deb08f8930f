package org.icsregistry.local.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.local.demo.founding.Founder;
import org.icsregistry.local.demo.founding.Founding;
import org.icsregistry.local.demo.founding.Transport;
import org.icsregistry.local.demo.play.Channel;
import org.icsregistry.local.demo.play.EventPattern;
import org.icsregistry.local.demo.play.Expectation;
import org.icsregistry.local.demo.play.HttpChannel;
import org.icsregistry.local.demo.play.LogWatch;
import org.icsregistry.local.demo.play.PlayStoppedException;
import org.icsregistry.local.demo.play.Player;
import org.icsregistry.local.demo.play.Step;
import org.icsregistry.local.demo.play.TwoChannels;
import org.icsregistry.local.demo.story.Chapter;
import org.icsregistry.local.demo.story.Story;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plays the demonstration ICS into a running system: the founding, then the story, chapter by
 * chapter. A second run changes nothing: every command has a fixed id, and the story's dates count
 * from the day on which the log says it was begun.
 *
 * <p>Exit codes: 0 done, 1 stopped (the message says why), 2 wrong options.
 */
@Command(name = "load-demo")
public final class LoadDemo implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final int MOST_OPEN = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(names = "--bootstrap", required = true)
  private String bootstrap = "";

  @Option(names = "--registry-url", required = true)
  private String registryUrl = "";

  @Option(names = "--token-url", required = true)
  private String tokenUrl = "";

  private final PrintStream out;

  LoadDemo(PrintStream out) {
    this.out = out;
  }

  /** Entry point. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    return new CommandLine(new LoadDemo(out))
        .setExecutionExceptionHandler((failure, command, _) -> {
          if (failure instanceof PlayStoppedException) {
            command.getErr().println(failure.getMessage());
            return 1;
          }
          throw failure;
        })
        .execute(arguments);
  }

  @Override
  public Integer call() {
    var founding = Founding.ofTheDemonstration();
    var story = Story.load();
    var host = founding.host().code();
    var subjects = Stream.concat(Stream.of(host), story.subjects()).collect(Collectors.toSet());
    try (Channel channel = channel(founding);
        var log = new LogWatch(LoaderSignIn.settings(bootstrap, tokenUrl), subjects)) {
      var player = new Player(channel, log, MOST_OPEN, PATIENCE);
      var begun = new EventPattern("PartnerRegistered.v1", host, Json.MAPPER.createObjectNode());
      var progress = new ChapterProgress(out, story.chapters().size());
      progress.play(player, "the ICS and its partners", founding(founding, begun));
      var today = LocalDate.ofInstant(log.find(begun).orElseThrow().recordedAt(), ZONE);
      for (Chapter chapter : story.chapters()) {
        progress.play(player, chapter.title(), chapter.steps(today));
      }
    }
    return 0;
  }

  private Channel channel(Founding founding) {
    var overHttp =
        founding.partners().stream()
            .filter(partner -> partner.sendsOver() == Transport.HTTP)
            .map(Founder::code)
            .collect(Collectors.toSet());
    return new TwoChannels(
        LoaderSignIn.channel(bootstrap, tokenUrl),
        new HttpChannel(registryUrl, tokenUrl),
        overHttp);
  }

  private static List<Step> founding(Founding founding, EventPattern begun) {
    return Stream.<Step>concat(
            founding.commands().stream()
                .map(command -> new Step.Send(command, Expectation.ACCEPTED)),
            Stream.of(new Step.Await(begun)))
        .toList();
  }
}
