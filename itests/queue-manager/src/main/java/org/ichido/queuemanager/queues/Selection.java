package org.ichido.queuemanager.queues;

import java.util.Arrays;
import java.util.List;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;

/** Which messages are wanted. */
@FunctionalInterface
public interface Selection {
  /** Any message. */
  Selection ANY = descriptor -> true;

  /**
   * @param descriptor of a message
   * @return whether it is wanted
   */
  boolean isMet(MessageDescriptor descriptor);

  /**
   * @param match which ids count: 1 message, 2 correlation, 4 group
   * @param wanted has these ids; one of all zeros is met by any
   * @return messages with these ids
   */
  static Selection byIds(int match, MessageDescriptor wanted) {
    List<IdField> ids = List.of(IdField.MESSAGE, IdField.CORRELATION, IdField.GROUP);
    return descriptor -> {
      for (int bit = 0; bit < ids.size(); bit++) {
        IdField id = ids.get(bit);
        if ((match & 1 << bit) != 0
            && !wanted.isZero(id)
            && !Arrays.equals(wanted.id(id), descriptor.id(id))) {
          return false;
        }
      }
      return true;
    };
  }

  /**
   * @param other what is wanted too
   * @return messages that meet both
   */
  default Selection and(Selection other) {
    return descriptor -> isMet(descriptor) && other.isMet(descriptor);
  }
}
