package org.icsregistry.local.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.icsregistry.local.demo.people.People;
import org.icsregistry.local.demo.play.DemoCommand;

/** Writes what a generator makes, one CloudEvents document per line. */
final class CommandFile {

  private final Generator generator;
  private final ProgressBar bar;
  private long written;

  CommandFile(Generator generator, ProgressBar bar) {
    this.generator = generator;
    this.bar = bar;
  }

  void write(Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (DemoCommand command : generator.founding()) {
        line(command, out);
      }
      People people = generator.people();
      while (people.hasNext()) {
        line(people.next(), out);
        bar.at(people.finished(), written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
    bar.end(written);
  }

  private void line(DemoCommand command, OutputStream out) throws IOException {
    out.write(command.body());
    out.write('\n');
    written++;
  }
}
