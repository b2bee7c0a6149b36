package org.ichido.mq;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.InvalidDestinationException;
import javax.jms.JMSException;
import javax.jms.MessageConsumer;
import javax.jms.Queue;
import javax.jms.Session;

/** A real factory, but every receive can be made to fail once in each thread. */
final class FlakyFactory {
  private static final Set<Class<?>> WRAPPED =
      Set.of(Connection.class, Session.class, MessageConsumer.class);

  private final Set<Thread> hasFailed = ConcurrentHashMap.newKeySet();
  final AtomicInteger connections = new AtomicInteger();
  private volatile boolean failing;
  private volatile boolean failingAtClose;
  private volatile String goneQueue = "";
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  ConnectionFactory around(ConnectionFactory real) {
    return wrap(real, ConnectionFactory.class);
  }

  void failOnceInEachThread() {
    failing = true;
  }

  /** Every connection breaks when it is closed, and is closed. */
  void failAtClose() {
    failingAtClose = true;
  }

  /** Nobody can listen to it from now on, and whoever listens hears so. */
  void goes(String queue) {
    goneQueue = queue;
    failOnceInEachThread();
  }

  /** The next call of each throws an Error: the provider's bundle is being swapped. */
  void breakNext(String... methods) {
    broken.addAll(List.of(methods));
  }

  private <T> T wrap(Object real, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(real, method, arguments)));
  }

  private Object call(Object real, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("createConsumer")
        && ((Queue) arguments[0]).getQueueName().equals(goneQueue)) {
      throw new InvalidDestinationException("gone on purpose");
    }
    if (broken.remove(method.getName())) {
      throw new NoClassDefFoundError(method.getName() + " gone on purpose");
    }
    try {
      Object result = method.invoke(real, arguments);
      if (method.getName().equals("receive") && failing && hasFailed.add(Thread.currentThread())) {
        throw new JMSException("connection broken on purpose");
      }
      if (method.getName().equals("close") && real instanceof Connection && failingAtClose) {
        throw new JMSException("broken on purpose when it was closed");
      }
      if (method.getName().equals("createConnection")) {
        connections.incrementAndGet();
      }
      Class<?> type = method.getReturnType();
      return result != null && WRAPPED.contains(type) ? wrap(result, type) : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
