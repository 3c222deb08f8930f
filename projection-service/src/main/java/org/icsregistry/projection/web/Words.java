package org.icsregistry.projection.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Codes, dates and amounts in plain English; the pages know it as {@code @words}. */
@Component("words")
public class Words {

  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, h:mma", Locale.UK).withZone(UNITED_KINGDOM);
  private static final DateTimeFormatter PRECISE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss.SSS z", Locale.UK)
          .withZone(UNITED_KINGDOM);

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  /** A closed code. */
  public String of(@Nullable Enum<?> code) {
    if (code == null) {
      return "";
    }
    var type = code.getDeclaringClass();
    var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    return text(name + "." + code.name());
  }

  /** A check, training subject or other requirement by its code; new codes read as they are. */
  public String item(String code) {
    return text("item." + code, spelt(code));
  }

  /** An event type such as {@code CheckRecorded.v1}. */
  public String event(String type) {
    return text("event." + type, type);
  }

  /** A day, {@code 2 March 2026}. */
  public String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** A moment in UK time to the minute, {@code 2 March 2026, 9:04am}. */
  public String moment(Instant moment) {
    return MOMENT.format(moment).replace("AM", "am").replace("PM", "pm");
  }

  /** A moment in UK time to the millisecond. */
  public String precise(Instant moment) {
    return PRECISE.format(moment);
  }

  /** Minutes as hours and minutes. */
  public String duration(long minutes) {
    long hours = minutes / 60;
    long rest = minutes % 60;
    if (hours == 0) {
      return count(rest, "minute");
    }
    return count(hours, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"));
  }

  /** Seconds in the two largest units that matter, {@code 3 minutes 7 seconds}. */
  public String elapsed(long seconds) {
    if (seconds < 60) {
      return count(seconds, "second");
    }
    if (seconds >= 3600) {
      return duration(seconds / 60);
    }
    long rest = seconds % 60;
    return count(seconds / 60, "minute") + (rest == 0 ? "" : " " + count(rest, "second"));
  }

  /** A number of days that need not be whole, {@code 2.5 days}; nothing where it is not known. */
  public String days(@Nullable Double days) {
    if (days == null) {
      return "";
    }
    return days == 1
        ? "1 day"
        : BigDecimal.valueOf(days).stripTrailingZeros().toPlainString() + " days";
  }

  /** A number with its noun, {@code 1 day}, {@code 3 days}. */
  public String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private String text(String key) {
    return messages.getMessage(key, null, Locale.UK);
  }

  private String text(String key, String otherwise) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, null, otherwise, Locale.UK), otherwise);
  }

  private static String spelt(String code) {
    var words = code.replace('_', ' ').toLowerCase(Locale.UK);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
