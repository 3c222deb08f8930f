package org.icsregistry.onboarding.world;

import java.util.concurrent.atomic.AtomicInteger;
import org.icsregistry.kit.log.LogBatchHandler;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fails batches of the log after all was written and before it is committed, as often as told. */
@Configuration(proxyBeanMethods = false)
public class Breakage {

  public static final AtomicInteger LEFT = new AtomicInteger();

  @Bean
  static BeanPostProcessor breaking() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof LogBatchHandler handler ? breaking(handler) : bean;
      }
    };
  }

  private static LogBatchHandler breaking(LogBatchHandler handler) {
    return batch -> {
      handler.handle(batch);
      if (LEFT.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IllegalStateException("between handling and commit");
      }
    };
  }
}
