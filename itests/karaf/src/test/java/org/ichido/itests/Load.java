package org.ichido.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.ichido.itests.Customers.Customer;

/** Customers who present wrong codes one after the other until they are stopped. */
final class Load {
  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();

  private Load() {}

  static Load start(Customers customers, int count) {
    Load load = new Load();
    for (int i = 0; i < count; i++) {
      Customer customer = customers.register();
      Thread thread = new Thread(() -> load.present(customers, customer));
      thread.start();
      load.threads.add(thread);
    }
    return load;
  }

  void stop() throws InterruptedException {
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  long requests() {
    return requests.get();
  }

  long failed() {
    return failed.get();
  }

  private void present(Customers customers, Customer customer) {
    while (!stop.get()) {
      requests.incrementAndGet();
      try {
        customers.verify(customer, Customers.wrongCode(customer));
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
    }
  }
}
