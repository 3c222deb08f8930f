package org.icsregistry.local.demo.story;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Dates as the story writes them: <code>{today}</code>, <code>{today-40d}</code>, <code>
 * {today-6m}</code>, <code>{today-34y-100d}</code>, <code>{today+1y}</code>, with days, months and
 * years taken off or added from left to right.
 */
final class RelativeDates {

  private static final Pattern DATE = Pattern.compile("\\{today((?:[-+]\\d{1,4}[dmy])*)}");
  private static final Pattern PART = Pattern.compile("([-+]\\d+)([dmy])");

  private RelativeDates() {}

  /** The text with every date written out. */
  static String resolve(String text, LocalDate today) {
    return DATE.matcher(text).replaceAll(found -> date(found, today).toString());
  }

  private static LocalDate date(MatchResult found, LocalDate today) {
    LocalDate date = today;
    for (var part : PART.matcher(found.group(1)).results().toList()) {
      int amount = Integer.parseInt(part.group(1));
      date =
          switch (part.group(2)) {
            case "d" -> date.plusDays(amount);
            case "m" -> date.plusMonths(amount);
            default -> date.plusYears(amount);
          };
    }
    return date;
  }
}
