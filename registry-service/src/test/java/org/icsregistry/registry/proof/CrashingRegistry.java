package org.icsregistry.registry.proof;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.registry.RegistryService;
import org.icsregistry.registry.batch.CommandQueue.LogGrew;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.event.EventListener;

/**
 * A registry in a process of its own that dies at one point, the first time it comes there after an
 * append: without any more work, as {@code kill -9} does.
 */
public final class CrashingRegistry implements BeanPostProcessor {

  /** Where it dies, in the order in which an event is appended, published, signed and cosigned. */
  enum Point {
    APPENDED,
    PUBLISHING,
    PUBLISHED,
    SIGNING,
    SIGNED,
    SIGNED_ON_TOPIC,
    ASKED,
    KEEPING_COSIGNATURE,
    COSIGNATURE_KEPT,
    QUORUM_KEPT,
    COSIGNED_ON_TOPIC
  }

  static final int EXIT_CODE = 9;

  private static volatile Point point = Point.APPENDED;
  private static volatile boolean armed;
  private boolean rowsSeen;

  /** Arguments: the point, then properties. */
  public static void main(String[] arguments) {
    point = Point.valueOf(arguments[0]);
    var properties = Arrays.copyOfRange(arguments, 1, arguments.length);
    new SpringApplicationBuilder(RegistryService.class, CrashingRegistry.class).run(properties);
  }

  private static void at(Point here) {
    if (armed && here == point) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  @EventListener
  void on(LogGrew event) {
    armed = true;
    at(Point.APPENDED);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return switch (name) {
      case "publishedRows", "checkpointTopic", "cosigned", "jdbcTemplate" -> watched(bean, name);
      default -> bean;
    };
  }

  private Object watched(Object bean, String name) {
    var proxy = new ProxyFactory(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice((MethodInterceptor) call -> around(name, call));
    return proxy.getProxy(getClass().getClassLoader());
  }

  private @Nullable Object around(String bean, MethodInvocation call) throws Throwable {
    var method = bean + "." + call.getMethod().getName();
    var first = call.getArguments().length == 0 ? "" : call.getArguments()[0];
    switch (method) {
      case "checkpointTopic.publish" -> at(isCosigned(first) ? Point.QUORUM_KEPT : Point.SIGNED);
      case "cosigned.add" -> at(Point.ASKED);
      default -> {}
    }
    var result = call.proceed();
    switch (method) {
      case "publishedRows.from" -> published((Collection<?>) result);
      case "checkpointTopic.publish" ->
          at(isCosigned(first) ? Point.COSIGNED_ON_TOPIC : Point.SIGNED_ON_TOPIC);
      case "cosigned.add" -> at(Point.COSIGNATURE_KEPT);
      case "jdbcTemplate.update" -> updated(String.valueOf(first));
      default -> {}
    }
    return result;
  }

  private void published(@Nullable Collection<?> rows) {
    boolean empty = rows == null || rows.isEmpty();
    if (empty && rowsSeen) {
      at(Point.PUBLISHED);
    }
    rowsSeen = armed && (rowsSeen || !empty);
  }

  /** Inside the transactions that sign and that keep a cosignature, before they commit. */
  private static void updated(String sql) {
    if (sql.startsWith("update checkpoint_head")) {
      at(Point.SIGNING);
    }
    if (sql.startsWith("update cosigned_checkpoint")) {
      at(Point.KEEPING_COSIGNATURE);
    }
  }

  private static boolean isCosigned(@Nullable Object note) {
    return note instanceof SignedCheckpoint signed && signed.note().signatures().size() > 1;
  }

  /** Dies in the middle of the transaction that brings events to the topic. */
  public static final class Producing implements ProducerInterceptor<String, byte[]> {

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
      if (record.topic().equals("registry.log")) {
        at(Point.PUBLISHING);
      }
      return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception problem) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> properties) {}
  }
}
