package org.icsregistry.local.demo.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The chapters under {@code demo/story/}, to be played one after the other. */
public record Story(List<Chapter> chapters) {

  private static final List<String> FILES =
      List.of(
          "1-recruited.jsonl",
          "2-reused.jsonl",
          "3-withdrawn.jsonl",
          "4-more-people.jsonl",
          "5-shown-and-wanted.jsonl",
          "6-opened.jsonl",
          "7-called-up.jsonl");

  public static Story load() {
    return new Story(FILES.stream().map(Story::chapter).toList());
  }

  /** Whom and what the story is about. */
  public Stream<String> subjects() {
    return chapters.stream().flatMap(chapter -> chapter.subjects().stream());
  }

  private static Chapter chapter(String file) {
    try (InputStream in = Story.class.getResourceAsStream("/demo/story/" + file)) {
      if (in == null) {
        throw new IllegalStateException("demo/story/" + file + " is not on the class path");
      }
      return Chapter.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("demo/story/" + file + " cannot be read", e);
    }
  }
}
