package org.ichido.ibmmq;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import javax.jms.ConnectionFactory;
import javax.jms.JMSRuntimeException;
import javax.jms.XAConnectionFactory;
import org.ops4j.pax.jms.service.ConnectionFactoryFactory;
import org.osgi.service.component.annotations.Component;

/**
 * Makes connection factories of IBM MQ for {@code pax-jms-config}: each property {@code jms.NAME}
 * is a setter of IBM's {@code MQConnectionFactory}, {@code jms.user} the login, and {@code
 * jms.passwordFile} an owner-only file with its password (T22): Karaf's {@code config:list} shows
 * what any property holds, hidden and filled in from a secret or not. What cannot be set is
 * refused, and then there is no connection factory: one that has lost its TLS or its login by a
 * typing error would be worse. Thread-safe.
 *
 * <p>In the place of {@code pax-jms-ibmmq} 1.1.0, which leaves out user, password, the URL of a
 * client channel definition table and whatever it does not know, and makes the connection factory
 * all the same.
 */
@Component(service = ConnectionFactoryFactory.class, property = "type=ibmmq")
public final class IbmMqConnectionFactories implements ConnectionFactoryFactory {
  private static final String CLASS = "com.ibm.mq.jms.MQConnectionFactory";

  /**
   * @param properties names without {@code jms.}, and texts
   * @return the connection factory; makes no connection yet
   * @throws JMSRuntimeException that names the property, never its value
   */
  @Override
  public ConnectionFactory createConnectionFactory(Map<String, Object> properties) {
    try {
      Object factory =
          Class.forName(CLASS, true, getClass().getClassLoader())
              .getDeclaredConstructor()
              .newInstance();
      FactoryProperties settable = new FactoryProperties(factory);
      for (Map.Entry<String, Object> property : properties.entrySet()) {
        settable.set(property.getKey(), property.getValue().toString());
      }
      return (ConnectionFactory) factory;
    } catch (InvocationTargetException e) {
      throw refused("IBM's client says: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw refused("IBM's client is not as expected: " + e, e);
    } catch (UnfitProperty e) {
      throw refused(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * @throws JMSRuntimeException always: Ichido settles what is twice by its inbox, not by XA
   */
  @Override
  public XAConnectionFactory createXAConnectionFactory(Map<String, Object> properties) {
    throw new JMSRuntimeException("a connection factory of type ibmmq is never XA: leave xa out");
  }

  private static JMSRuntimeException refused(String why, Exception cause) {
    return new JMSRuntimeException(
        "etc/org.ops4j.connectionfactory-*.cfg of type ibmmq: %s; there is no connection factory"
            .formatted(why),
        null,
        cause);
  }
}
