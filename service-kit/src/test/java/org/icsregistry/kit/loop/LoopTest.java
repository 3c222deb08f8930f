package org.icsregistry.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  /** Longer than any test waits: who returns earlier was woken or stopped. */
  private static final Duration NEVER = Duration.ofHours(1);

  private final AtomicInteger steps = new AtomicInteger();
  private Loop loop = looping(() -> {});

  @FunctionalInterface
  private interface Work {
    void go() throws InterruptedException;
  }

  private static Loop looping(Work work) {
    return new Loop("test", Duration.ofMillis(200)) {
      @Override
      protected void work() throws InterruptedException {
        work.go();
      }
    };
  }

  @AfterEach
  void stop() {
    if (loop.isRunning()) {
      loop.stop();
    }
  }

  private void started(Loop started) {
    loop = started;
    loop.start();
  }

  @Test
  void work_goesOn_afterFaultsAndErrors() {
    started(
        looping(() -> {
          switch (steps.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("a fault");
            case 2 -> throw new AssertionError("an error");
            default -> LockSupport.parkNanos(1_000_000);
          }
        }));

    await().atMost(SOON).until(() -> steps.get() > 3);
    assertThat(loop.failures()).isZero();
    assertThat(loop.isRunning()).isTrue();
  }

  @Test
  void failuresInARow_areCounted() {
    started(
        looping(() -> {
          throw new IllegalStateException("each time");
        }));

    await().atMost(SOON).until(() -> loop.failures() >= 2);
  }

  @Test
  void pauses_growToAQuarterOfAMinute() {
    assertThat(Loop.pauseAfter(1)).isEqualTo(Duration.ofMillis(200));
    assertThat(Loop.pauseAfter(3)).isEqualTo(Duration.ofMillis(800));
    assertThat(Loop.pauseAfter(50)).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aWorker_takesStepsWhileThereAreMore_thenWaitsToBeWoken() {
    started(new Worker("test", () -> steps.incrementAndGet() < 5));

    await().atMost(SOON).until(() -> steps.get() >= 5);
    int before = steps.get();
    loop.wake();
    await().atMost(SOON).until(() -> steps.get() > before);
  }

  @Test
  void wokenWhileItWorks_itDoesNotPauseAfterwards() throws InterruptedException {
    var working = new CountDownLatch(1);
    var woken = new CountDownLatch(1);
    started(
        new Loop("test") {
          @Override
          protected void work() throws InterruptedException {
            steps.incrementAndGet();
            working.countDown();
            woken.await();
            pauseUnlessWoken(NEVER);
          }
        });
    assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
    loop.wake();
    woken.countDown();

    await().atMost(SOON).until(() -> steps.get() == 2);
  }

  @Test
  void stop_endsEveryPause() {
    started(
        new Loop("test") {
          @Override
          protected void work() throws InterruptedException {
            steps.incrementAndGet();
            pause(NEVER);
          }
        });
    await().atMost(SOON).until(() -> steps.get() == 1);

    loop.stop();

    assertThat(loop.isRunning()).isFalse();
    assertThat(steps.get()).isEqualTo(1);
  }

  @Test
  void stop_letsAStepBeFinished_andInterruptsOneThatWaitsForSomebodyElse() {
    var interrupted = new AtomicBoolean();
    started(
        looping(() -> {
          steps.incrementAndGet();
          try {
            TimeUnit.NANOSECONDS.sleep(NEVER.toNanos());
          } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
          }
        }));
    await().atMost(SOON).until(() -> steps.get() == 1);

    loop.stop();

    assertThat(interrupted).isTrue();
  }

  @Test
  void stop_doesNotWaitForEver_forAStepThatHearsNothing() {
    var free = new AtomicBoolean();
    started(
        looping(() -> {
          steps.incrementAndGet();
          while (!free.get()) {
            LockSupport.parkNanos(1_000_000);
          }
        }));
    await().atMost(SOON).until(() -> steps.get() == 1);

    loop.stop(); // returns
    free.set(true);
  }

  @Test
  void aLoop_canBeStartedAgain() {
    started(new Worker("test", () -> steps.incrementAndGet() < 0));
    await().atMost(SOON).until(() -> steps.get() > 0);
    loop.stop();
    int before = steps.get();

    loop.start();

    await().atMost(SOON).until(() -> steps.get() > before);
  }
}
