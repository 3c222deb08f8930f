package org.icsregistry.onboarding.world;

import static org.icsregistry.onboarding.world.Ics.DAY;
import static org.icsregistry.onboarding.world.Ics.R0A;
import static org.icsregistry.onboarding.world.Ics.RBV;
import static org.icsregistry.onboarding.world.Ics.ROLE;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.message.PersonEvent.PartnerLinked;
import org.icsregistry.engines.Database;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.kit.fixture.RegistryStub;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.kit.fixture.TestLog;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.kit.loop.Worker;
import org.icsregistry.onboarding.OnboardingService;
import org.icsregistry.onboarding.journey.NamedIds;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Everything around the service, and as many instances of it as a test starts. */
public final class World implements AutoCloseable {

  public final SignIn signIn = new SignIn();
  public final MovableClock clock = new MovableClock();
  public final TestLog log = new TestLog(clock);
  public final Vault vault = new Vault();
  public final RegistryStub http = new RegistryStub(vault.sealing());
  public final TinyRegistry registry = new TinyRegistry(log, vault, clock);
  private Database database = SharedEngines.postgres().freshDatabase("onboarding");
  private final List<ServletWebServerApplicationContext> instances = new ArrayList<>();
  private boolean mail;

  public World() {
    http.answering(registry::decide);
  }

  /** RBV, R0A which trusts it, and R0A's role. */
  public World withPartners() {
    registry.tell("QOP", RBV, Ics.partner("The Christie"));
    registry.tell("QOP", R0A, Ics.partner("Manchester University"));
    registry.tell(R0A, R0A, Ics.trusting(1));
    registry.tell(R0A, ROLE, Ics.role(Ics.profile()));
    return this;
  }

  /** Somebody RBV registered and checked, who has accepted an offer of R0A. */
  public String newcomer() {
    var subject = UUID.randomUUID().toString();
    registry.tell(
        RBV,
        subject,
        vault.person(subject, LocalDate.of(1990, 2, 3)),
        new PartnerLinked(RBV, DAY),
        vault.check(subject, id(), CheckCode.IDENTITY, RBV, Ics.identity(CheckLevel.HIGH)),
        vault.check(
            subject, dbs(subject), CheckCode.DBS, RBV, Ics.dbs(CheckOutcome.CLEAR_TO_PLACE)),
        Ics.trained(fire(subject), "CSTF_FIRE", RBV, DAY));
    registry.tell(R0A, subject, new PartnerLinked(R0A, DAY));
    registry.tell(R0A, subject, Ics.accepted(id()));
    return subject;
  }

  /** R0A does what is missing. */
  public void closeTheGap(String subject) {
    registry.tell(
        R0A,
        subject,
        vault.status(subject, dbs(subject), R0A, StatusResult.CURRENT),
        Ics.trained(id(), "LOCAL_INDUCTION", R0A, DAY));
  }

  /** Id of the person's fire training at RBV. */
  public static String fire(String subject) {
    return NamedIds.of(subject + "fire").toString();
  }

  private static String dbs(String subject) {
    return NamedIds.of(subject + "dbs").toString();
  }

  /** Whoever waits for a second to pass looks at once: the clock was set forward. */
  public void wake() {
    for (var instance : instances) {
      instance.getBeansOfType(Worker.class).values().forEach(Worker::wake);
    }
  }

  /** Whether nothing is left to be done at this moment; messages count only where mail is sent. */
  public boolean quiet() {
    long foldedTo =
        database()
            .sql(
                """
                SELECT CASE WHEN
                  (SELECT count(*) FROM due WHERE due_at <= :now)
                  + (SELECT count(*) FROM outbox WHERE state = 'PENDING' AND next_try_at <= :now)
                  + (SELECT count(*) FROM message
                      WHERE :mail AND state = 'PENDING' AND next_try_at <= :now) = 0
                THEN coalesce((SELECT next_index FROM log_position WHERE name = 'onboarding'), 0)
                ELSE -1 END
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("mail", mail)
            .query(Long.class)
            .single();
    // Asked afterwards: what a command led to is in the log before the command is done with.
    return foldedTo == log.nextIndex();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  /** From here on instances get a database in which nothing stands yet. */
  public void forgetEverything() {
    database = SharedEngines.postgres().freshDatabase("onboarding");
  }

  /** People are written to through a mail server at this port. */
  public ServletWebServerApplicationContext startWithMail(int port) {
    mail = true;
    return start(
        List.of(
            "--registry.messages.enabled=true",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + port));
  }

  /** What is not to be kept any longer is erased. */
  public ServletWebServerApplicationContext startWithRetention() {
    return start(List.of("--registry.retention.enabled=true"));
  }

  public ServletWebServerApplicationContext start(Class<?>... more) {
    return start(List.of(), more);
  }

  private ServletWebServerApplicationContext start(List<String> settings, Class<?>... more) {
    var instance =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(OnboardingService.class)
                .sources(more)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                // Arguments, because the service's own settings come before properties.
                .run(Stream.concat(settings.stream(), arguments()).toArray(String[]::new));
    instances.add(instance);
    return instance;
  }

  private Stream<String> arguments() {
    return Stream.of(
        "--server.port=0",
        "--spring.datasource.url=" + database.jdbcUrl(),
        "--spring.datasource.username=" + database.app(),
        "--spring.datasource.password=" + database.appPassword(),
        "--spring.flyway.user=" + database.owner(),
        "--spring.flyway.password=" + database.ownerPassword(),
        "--spring.kafka.bootstrap-servers=" + log.servers(),
        "--spring.kafka.security.protocol=PLAINTEXT",
        "--registry.log.topic=" + log.topic(),
        "--registry.log.longest-pause=300ms",
        "--registry.url=" + http.url(),
        "--registry.signin.issuer=" + signIn.issuer(),
        "--registry.client.secret=local-onboarding");
  }

  public Web web(ServletWebServerApplicationContext instance) {
    var server = java.util.Objects.requireNonNull(instance.getWebServer());
    return Web.at(server.getPort());
  }

  /** The service's database, as its owner. */
  public JdbcClient database() {
    return JdbcClient.create(dataSource());
  }

  /** The service's database, as its owner. */
  public DataSource dataSource() {
    return new DriverManagerDataSource(
        database.jdbcUrl(), database.owner(), database.ownerPassword());
  }

  /** Ends whatever instances are doing in the database this moment, as if they had died. */
  public void cutConnections() {
    JdbcClient.create(
            new DriverManagerDataSource(database.jdbcUrl(), database.app(), database.appPassword()))
        .sql(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
            """)
        .query()
        .listOfRows();
  }

  @Override
  public void close() {
    instances.forEach(ServletWebServerApplicationContext::close);
    http.close();
    log.close();
    signIn.close();
  }
}
