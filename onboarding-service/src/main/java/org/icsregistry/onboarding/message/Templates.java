package org.icsregistry.onboarding.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.icsregistry.contracts.code.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * Letters in plain words, one file for each kind and language. The first line is the template's
 * version, the second the subject line, in which nothing is put in: it can be read on a locked
 * screen.
 */
final class Templates {

  /** Languages there are texts in; the first is for everybody else. */
  static final List<String> LANGUAGES = List.of("en", "pl");

  private Templates() {}

  /**
   * @param language what the person asked for, {@code cy-GB}; absent if they have not
   * @param values what is put in, by name; a value that is not asked for is left out
   */
  static Mail render(
      MessageKind kind,
      @Nullable String language,
      Map<String, String> values,
      @Nullable LocalDate dueOn) {
    var known = known(language);
    var lines = read(known, kind).lines().toList();
    var text = String.join("\n", lines.subList(2, lines.size())).strip() + "\n";
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    if (dueOn != null) {
      text = text.replace("{date}", date(known, dueOn));
    }
    var version = Integer.parseInt(lines.get(0).substring("Version: ".length()));
    return new Mail(known, version, lines.get(1).substring("Subject: ".length()), text);
  }

  private static String known(@Nullable String language) {
    if (language == null) {
      return LANGUAGES.getFirst();
    }
    var primary = Locale.forLanguageTag(language).getLanguage();
    return LANGUAGES.contains(primary) ? primary : LANGUAGES.getFirst();
  }

  private static String date(String language, LocalDate day) {
    var locale = language.equals("en") ? Locale.UK : Locale.of(language);
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private static String read(String language, MessageKind kind) {
    var name = "/letters/" + language + "/" + kind + ".txt";
    try (var in = Templates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Letter " + name + " is missing; add the file");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
