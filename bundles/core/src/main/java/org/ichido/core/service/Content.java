package org.ichido.core.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.contract.Account;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.transport.OnceOnly;

/**
 * The content of a request as bytes, for its fingerprint: every part with its length before it, so
 * that no two requests have the same bytes. Whatever it held, secrets among it, is wiped when the
 * fingerprint has been taken.
 */
final class Content {
  private final List<byte[]> parts = new ArrayList<>();

  Content(String kind, Holder holder) {
    add(kind);
    add(holder.bank().value());
    add(holder.contract().value());
    add(holder.user().value());
  }

  /** For a request that names no user. */
  Content(String kind, BankId bank) {
    add(kind);
    add(bank.value());
  }

  /** An actor with everything that the audit says of one. */
  Content add(Actor actor) {
    add(actor.getClass().getSimpleName());
    add(actor.name());
    if (actor instanceof Actor.Operator operator) {
      add(operator.branch().orElse(""));
      add(operator.approver().orElse(""));
      add(operator.reason().orElse(""));
      add(operator.paperNumber().orElse(""));
    }
    return this;
  }

  Content add(Account account) {
    return add(account.branch()).add(account.type()).add(account.number()).add(account.kanaName());
  }

  Content add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes over the array: it is wiped with the rest. */
  Content add(byte[] part) {
    parts.add(part);
    return this;
  }

  Fingerprint fingerprint(OnceOnly onceOnly) {
    int length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(length);
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    try {
      return onceOnly.fingerprint(bytes.array());
    } finally {
      Arrays.fill(bytes.array(), (byte) 0);
      parts.forEach(part -> Arrays.fill(part, (byte) 0));
    }
  }
}
