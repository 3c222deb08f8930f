package org.icsregistry.auditor.fsck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.icsregistry.auditor.source.SourceException;

/**
 * Words that only a forgotten person's data contain, in the forms in which copies carry them: as
 * they are, in any case, escaped for JSON or a URL, in Base64 or hexadecimal.
 */
final class PlantedWords {

  /** The file name that means standard input. */
  static final Path STANDARD_INPUT = Path.of("-");

  /** Four letters stand in every few megabytes of ciphertext by chance. */
  private static final int SHORTEST = 6;

  private final List<Word> words;

  /**
   * @param folded sought in lower case
   * @param exact sought as they are
   */
  private record Word(List<String> folded, List<String> exact) {}

  PlantedWords(List<String> words) {
    this.words = words.stream().map(PlantedWords::word).toList();
  }

  /** One word or phrase per line, so that no personal data stand on a command line. */
  static PlantedWords read(Path file) {
    try (var reader = new BufferedReader(open(file))) {
      var words = reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      if (words.isEmpty() || words.stream().anyMatch(word -> word.length() < SHORTEST)) {
        throw new SourceException(
            "Expected words of at least %d characters in %s, one per line, got none or a shorter one; shorter ones stand in ciphertext by chance"
                .formatted(SHORTEST, file));
      }
      return new PlantedWords(words);
    } catch (IOException e) {
      throw new SourceException("Expected to read the planted words in " + file, e);
    }
  }

  private static Reader open(Path file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new InputStreamReader(System.in, UTF_8)
        : Files.newBufferedReader(file);
  }

  private static Word word(String text) {
    var folded = new ArrayList<String>();
    var exact = new ArrayList<String>();
    for (var form : List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
      var bytes = form.getBytes(UTF_8);
      folded.add(fold(bytes));
      folded.add(fold(jsonEscaped(form).getBytes(UTF_8)));
      folded.add(fold(URLEncoder.encode(form, UTF_8).getBytes(UTF_8)));
      folded.add(HexFormat.of().formatHex(bytes));
      for (int before = 0; before < 3; before++) {
        var core = base64Core(bytes, before);
        exact.add(core);
        exact.add(core.replace('+', '-').replace('/', '_'));
      }
    }
    return new Word(folded.stream().distinct().toList(), exact.stream().distinct().toList());
  }

  /** What all Base64 texts have in common that contain these bytes behind so many others. */
  private static String base64Core(byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = before == 0 ? 0 : before + 1;
    int whole = shifted.length * 8 / 6;
    return text.substring(first, whole);
  }

  private static String jsonEscaped(String text) {
    var escaped = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if (c < 0x80) {
            escaped.append((char) c);
          } else {
            escaped.append("\\u%04x".formatted(c));
          }
        });
    return escaped.toString();
  }

  /** Bytes as characters of one byte each, whatever they mean. */
  private static String fold(byte[] bytes) {
    return new String(bytes, ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** Which of the words, counted from 0, stand in the bytes. */
  BitSet in(byte[] bytes) {
    var found = new BitSet(words.size());
    var text = new String(bytes, ISO_8859_1);
    var folded = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).folded.stream().anyMatch(folded::contains)
          || words.get(i).exact.stream().anyMatch(text::contains)) {
        found.set(i);
      }
    }
    return found;
  }

  /** Within so many bytes each form of each word has room. */
  int longest() {
    return words.stream()
        .flatMap(word -> word.folded.stream())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
