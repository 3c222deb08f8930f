package org.icsregistry.projection.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.contracts.message.SharingEvent.SharingGranted;
import org.icsregistry.contracts.message.SharingEvent.SharingWithdrawn;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.TestLog;
import org.junit.jupiter.api.Test;

/** Whose clearances an organisation is told one by one. */
class YoursTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

  @Test
  void yours_areThoseClearedHere_andThoseWhoShareTodayWhomOthersCleared() {
    try (var app = App.withPartners()) {
      var here = cleared(app.log, MANCHESTER, true);
      var sharing = cleared(app.log, CHRISTIE, true);
      share(app.log, sharing, today, today.plusDays(30));
      var silent = cleared(app.log, CHRISTIE, true);
      var withdrawn = cleared(app.log, CHRISTIE, true);
      var grant = share(app.log, withdrawn, today, today.plusDays(30));
      app.log.append(MANCHESTER, withdrawn, new SharingWithdrawn(grant, MANCHESTER));
      var over = cleared(app.log, CHRISTIE, true);
      share(app.log, over, today.minusDays(30), today.minusDays(2));
      var later = cleared(app.log, CHRISTIE, true);
      share(app.log, later, today.plusDays(2), today.plusDays(30));
      var stranger = cleared(app.log, CHRISTIE, false);
      share(app.log, stranger, today, today.plusDays(30));
      app.catchUp();

      assertThat(yours(app, MANCHESTER)).containsExactlyInAnyOrder(here, sharing);
      assertThat(yours(app, CHRISTIE))
          .containsExactlyInAnyOrder(sharing, silent, withdrawn, over, later, stranger);
    }
  }

  private String cleared(TestLog log, String partner, boolean linkedToManchester) {
    var person = UUID.randomUUID().toString();
    log.append(partner, person, new PartnerLinked(partner, today));
    if (linkedToManchester) {
      log.append(MANCHESTER, person, new PartnerLinked(MANCHESTER, today));
    }
    log.append(partner, person, new ClearedForRole(partner, GUIDE, 1, 0, List.of()));
    return person;
  }

  private static String share(TestLog log, String person, LocalDate from, LocalDate until) {
    var grant = UUID.randomUUID().toString();
    log.append(
        MANCHESTER,
        person,
        new SharingGranted(grant, MANCHESTER, SharingPurpose.PLACEMENT, until, from));
    return grant;
  }

  private static List<String> yours(App app, String organisation) {
    return Web.json(app.as(organisation, "partner").get("/v1/capacity?role=" + GUIDE))
        .at("/yours")
        .valueStream()
        .map(id -> id.stringValue())
        .toList();
  }
}
