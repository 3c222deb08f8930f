package org.icsregistry.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.icsregistry.projection.fixture.Upgraded;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that an earlier release has filled. */
class UpgradeTest {

  private final Upgraded database = new Upgraded();
  private final JdbcClient owner = database.owner;
  private final JdbcClient app = database.app;

  @Test
  void figures_beginFromNothing_andReadinessIsMadeAgainBesideTheVersionThatServes() {
    database.to("20");
    owner
        .sql("update projection_version set next_index = 5 where projection = 'readiness'")
        .update();
    owner.sql("insert into readiness_v1 values ('RBV', '{}', 4)").update();

    database.to("21");

    assertThat(versions("figures")).containsExactly("1 SERVING 0");
    assertThat(versions("readiness")).containsExactly("1 SERVING 5", "2 BUILDING 0");
    assertThat(count("readiness")).isEqualTo(1);
    assertThat(count("relied")).isZero();
    assertThat(count("figure_presence")).isZero();
    app.sql("insert into relied_v1 values ('R0A', 'RBV', 'DBS', 'REUSED', 'somebody')").update();
    assertThat(count("relied")).isEqualTo(1);
  }

  @Test
  void nothingIsMadeAgain_whereTheLogHasNotBegun() {
    database.to("21");

    assertThat(versions("readiness")).containsExactly("1 SERVING 0");
  }

  @Test
  void aVersionThatAnUpgradeRetires_leavesNoTables() {
    database.to("20");
    owner.sql("update projection_version set next_index = 5").update();
    owner.sql("select open_version('readiness')").query(Integer.class).single();

    database.to("latest");

    assertThat(versions("readiness")).containsExactly("1 SERVING 5", "2 RETIRED 0", "3 BUILDING 0");
    assertThat(
            owner
                .sql("select relname from pg_class where relkind = 'r' and relname like '%\\_v2'")
                .query(String.class)
                .list())
        .isEmpty();
  }

  private List<String> versions(String projection) {
    return owner
        .sql(
            """
            select version || ' ' || state || ' ' || next_index from projection_version
             where projection = ? order by version
            """)
        .param(projection)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long count(String view) {
    return app.sql("select count(*) from " + view).query(Long.class).single();
  }
}
