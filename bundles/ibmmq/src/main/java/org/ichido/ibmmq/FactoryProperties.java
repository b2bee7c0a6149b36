package org.ichido.ibmmq;

import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;

/** What can be set on a connection factory of IBM's, by text. For one thread. */
final class FactoryProperties {
  private static final Set<Class<?>> TYPES =
      Set.of(String.class, int.class, long.class, boolean.class, URL.class);

  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String PASSWORD_FILE = "passwordFile";

  private final Object factory;
  private final Map<String, Method> setters;

  FactoryProperties(Object factory) {
    this.factory = factory;
    this.setters =
        Arrays.stream(factory.getClass().getMethods())
            .filter(FactoryProperties::isSetter)
            .collect(
                Collectors.toMap(
                    method -> name(method),
                    Function.identity(),
                    // Of two with one name one is the other's bridge: either will do.
                    (one, other) -> one,
                    TreeMap::new));
  }

  private static boolean isSetter(Method method) {
    return method.getName().startsWith("set")
        && method.getParameterCount() == 1
        && TYPES.contains(method.getParameterTypes()[0]);
  }

  /** {@code setHostName} is {@code hostName}; {@code setSSLCipherSuite} is {@code SSL...}. */
  private static String name(Method setter) {
    String name = setter.getName().substring("set".length());
    boolean abbreviation = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return abbreviation ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  void set(String name, String value) throws UnfitProperty, ReflectiveOperationException {
    switch (name) {
      case USER -> login("XMSC_USERID", value.strip());
      case PASSWORD ->
          throw new UnfitProperty(
              PASSWORD,
              "would stand in a configuration, which config:list shows: write it into a file of its"
                  + " own and name that by jms.passwordFile");
      case PASSWORD_FILE -> login("XMSC_PASSWORD", password(value.strip()));
      default -> bean(name, value.strip());
    }
  }

  /** What has no setter. */
  private void login(String constant, String value) throws ReflectiveOperationException {
    factory
        .getClass()
        .getMethod("setStringProperty", String.class, String.class)
        .invoke(factory, constant, value);
  }

  private void bean(String name, String value) throws UnfitProperty, ReflectiveOperationException {
    Method setter = setters.get(name);
    if (setter == null) {
      throw new UnfitProperty(name, "is not one that can be set on IBM's MQConnectionFactory");
    }
    setter.invoke(factory, typed(name, value, setter.getParameterTypes()[0]));
  }

  private static String password(String path) throws UnfitProperty {
    OwnerOnlyFile file = new OwnerOnlyFile(Path.of(path));
    try {
      if (file.missing()) {
        throw new UnfitProperty(
            PASSWORD_FILE, file + " is missing: write the password there, chmod 600");
      }
      return file.readPassword();
    } catch (UnusableFile e) {
      throw new UnfitProperty(PASSWORD_FILE, e.words());
    }
  }

  private static Object typed(String name, String value, Class<?> type) throws UnfitProperty {
    try {
      if (type == int.class) {
        return Integer.valueOf(value);
      }
      if (type == long.class) {
        return Long.valueOf(value);
      }
      if (type == URL.class) {
        return new URL(value);
      }
    } catch (NumberFormatException e) {
      throw new UnfitProperty(name, "must be a whole number");
    } catch (MalformedURLException e) {
      throw new UnfitProperty(name, "must be a URL, such as file:///opt/ichido/etc/ccdt.json");
    }
    return type == boolean.class ? bool(name, value) : value;
  }

  private static Boolean bool(String name, String value) throws UnfitProperty {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnfitProperty(name, "must be true or false");
    };
  }
}
