package org.icsregistry.onboarding.work;

import java.time.Duration;
import java.util.List;
import org.icsregistry.client.RegistryClient;
import org.icsregistry.kit.keys.RegistryAccess;
import org.icsregistry.kit.loop.Worker;
import org.icsregistry.kit.security.SignInProperties;
import org.icsregistry.onboarding.assess.Assessor;
import org.icsregistry.onboarding.assess.Assessor.CommandsAreWaiting;
import org.icsregistry.onboarding.fold.LogFold.SomebodyIsDue;
import org.icsregistry.onboarding.message.Poster;
import org.icsregistry.onboarding.outbox.Sender;
import org.icsregistry.onboarding.retention.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** From the log to the registry: who is due is looked at, what follows is sent. */
@Configuration(proxyBeanMethods = false)
class Workers {

  // Rows of the outbox are held for so long at most; then they are let go and taken again.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  RegistryClient registryClient(RegistryAccess registry, SignInProperties signIn) {
    return new RegistryClient(registry.settings(signIn, PATIENCE));
  }

  @Bean
  Worker assessing(Assessor assessor) {
    return new Worker("assessing", assessor::assess);
  }

  /**
   * While one waits for the database, the other thinks; of those for whom nobody else waits, one.
   */
  @Bean
  Worker assessingBeside(Assessor assessor) {
    return new Worker("assessing-beside", assessor::assessTheMostUrgent);
  }

  @Bean
  Worker sending(Sender sender) {
    return new Worker("sending", sender::send);
  }

  @Bean
  Worker posting(Poster poster) {
    return new Worker("posting", poster::post);
  }

  @Bean
  Worker retaining(Retention retention) {
    return new Worker("retaining", retention::act);
  }

  @Bean
  Alarm alarm(Worker assessing, Worker assessingBeside, Worker sending) {
    return new Alarm(List.of(assessing, assessingBeside), sending);
  }

  /** Wakes whoever has something to do now. */
  record Alarm(List<Worker> assessing, Worker sending) {

    @TransactionalEventListener(classes = SomebodyIsDue.class)
    void somebodyIsDue() {
      assessing.forEach(Worker::wake);
    }

    @EventListener(classes = CommandsAreWaiting.class)
    void commandsAreWaiting() {
      sending.wake();
    }
  }
}
