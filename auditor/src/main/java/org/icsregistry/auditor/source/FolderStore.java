package org.icsregistry.auditor.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.icsregistry.contracts.envelope.Json;
import tools.jackson.core.JacksonException;

/** A folder that was exported. */
record FolderStore(Path folder) implements FileStore {
  @Override
  public String name() {
    return "folder";
  }

  @Override
  public Optional<byte[]> read(String path) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new SourceException("Expected to read " + folder.resolve(path) + ", got " + e, e);
    }
  }

  @Override
  public void eachOlderCheckpoint(Consumer<byte[]> note) {
    Path file = folder.resolve(TiledSource.CHECKPOINTS);
    if (!Files.exists(file)) {
      return;
    }
    try (var lines = Files.lines(file)) {
      lines.forEach(line ->
          note.accept(Json.MAPPER.readTree(line).path("note").asString("").getBytes(UTF_8)));
    } catch (IOException | JacksonException e) {
      throw new SourceException(
          "Expected lines of JSON with a note each in " + file + ", got something else", e);
    }
  }
}
