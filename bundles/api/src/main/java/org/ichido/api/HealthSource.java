package org.ichido.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part that can say how it is doing. Registered as a service; {@code ichido:status} asks all that
 * are there. Implementations are thread-safe, answer from memory or wait for a second at the most,
 * and never throw.
 */
@ConsumerType
public interface HealthSource {
  /**
   * @return how the part is doing, one entry for each thing that can fail by itself
   */
  List<Health> health();
}
