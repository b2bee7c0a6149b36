package org.ichido.core.profile;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the files {@code etc/org.ichido.bank~<id>.cfg} to the profiles, as they are and as they
 * change.
 *
 * <p>It listens to all configurations instead of being a managed service factory: Karaf's file
 * install (3.7.4) makes a factory configuration of {@code a-b.cfg} and a single one of {@code
 * a~b.cfg}, and a factory is never told of the latter.
 */
@Component(immediate = true, service = ConfigurationListener.class)
public final class ProfileFiles implements ConfigurationListener {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileFiles.class);
  private static final String ALL = "(service.pid=" + BankProfiles.PID + "~*)";

  private final ConfigurationAdmin configurations;
  private final BankProfiles profiles;

  /**
   * For Declarative Services. Reads what is there; the service is registered before, so no change
   * slips between.
   */
  @Activate
  public ProfileFiles(
      @Reference ConfigurationAdmin configurations, @Reference BankProfiles profiles) {
    this.configurations = configurations;
    this.profiles = profiles;
    read(pid -> true);
  }

  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (!event.getPid().startsWith(BankProfiles.PID + "~")) {
      return;
    }
    if (event.getType() == ConfigurationEvent.CM_DELETED || !read(event.getPid()::equals)) {
      profiles.deleted(event.getPid());
    }
  }

  /** Whether anything was found. What cannot be read is not there: the bank is not served. */
  private boolean read(Predicate<String> wanted) {
    boolean found = false;
    try {
      Configuration[] all = configurations.listConfigurations(ALL);
      for (Configuration configuration : all == null ? new Configuration[0] : all) {
        if (wanted.test(configuration.getPid())) {
          profiles.updated(configuration.getPid(), values(configuration));
          found = true;
        }
      }
      return found;
    } catch (Exception e) {
      // IOException, and the framework's own for a filter that is a constant here.
      LOG.error(
          "ICH-CORE-002 Bank profiles cannot be read from ConfigAdmin; what is not read is not served",
          e);
      return false;
    }
  }

  private static Map<String, String> values(Configuration configuration) {
    Map<String, String> values = new TreeMap<>();
    Dictionary<String, Object> properties = configuration.getProperties();
    if (properties != null) {
      for (String key : Collections.list(properties.keys())) {
        values.put(key, String.valueOf(properties.get(key)));
      }
    }
    return values;
  }
}
