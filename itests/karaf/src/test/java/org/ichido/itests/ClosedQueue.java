package org.ichido.itests;

import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.InvalidDestinationException;
import javax.jms.Queue;
import javax.jms.Session;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * A better connection factory than the broker's own, as long as it is open: the real one, but that
 * a queue is unknown to it, as queue managers say with reason 2085. The embedded broker itself
 * makes every queue that is named.
 */
final class ClosedQueue implements AutoCloseable {
  private static final Set<Class<?>> WRAPPED = Set.of(Connection.class, Session.class);

  private final CountDownLatch used = new CountDownLatch(1);
  private final String queue;
  private final ServiceRegistration<ConnectionFactory> registration;

  ClosedQueue(BundleContext context, ConnectionFactory real, String queue) {
    this.queue = queue;
    registration =
        context.registerService(
            ConnectionFactory.class,
            wrap(real, ConnectionFactory.class),
            FrameworkUtil.asDictionary(Map.of("name", "ichido", "service.ranking", 100)));
  }

  /** Waits until somebody connects by it: whoever listened by the former one has stopped then. */
  void untilUsed() throws InterruptedException {
    assertTrue("mq takes the better factory", used.await(30, TimeUnit.SECONDS));
  }

  private <T> T wrap(Object real, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            ClosedQueue.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createConnection")) {
                used.countDown();
              }
              if (method.getName().equals("createProducer")
                  && arguments[0] instanceof Queue to
                  && to.getQueueName().equals(queue)) {
                throw new InvalidDestinationException("unknown object name, reason '2085'");
              }
              try {
                Object result = method.invoke(real, arguments);
                Class<?> made = method.getReturnType();
                return result != null && WRAPPED.contains(made) ? wrap(result, made) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Override
  public void close() {
    registration.unregister();
  }
}
