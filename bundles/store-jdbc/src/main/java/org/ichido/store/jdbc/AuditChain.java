package org.ichido.store.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.RequestKey;

/**
 * The audit as a chain of SHA-256 hashes: each entry's hash covers its number, its writer, all its
 * fields and the hash before it (T33). Entries that were edited, taken away or swapped show; those
 * taken from the end show against a hash that was kept elsewhere.
 *
 * <p>A position in the chain; immutable.
 *
 * @param seq the number of the newest entry; 0 if there is none
 * @param hash its hash
 */
record AuditChain(long seq, Hash hash) {
  /** The chain without entries. */
  static final AuditChain EMPTY = new AuditChain(0, Hash.ZERO);

  private static final String VERSION = "ichido-audit-1";

  /**
   * @return the next entry, after this position
   */
  AuditLink next(String writer, AuditEntry entry) {
    return new AuditLink(seq + 1, writer, hash, entry, hash(seq + 1, writer, hash, entry));
  }

  /**
   * @return the position after an entry
   */
  static AuditChain after(AuditLink link) {
    return new AuditChain(link.seq(), link.hash());
  }

  /**
   * Looks whether an entry fits here.
   *
   * @return what is wrong with it; empty if it fits
   */
  Optional<String> fault(AuditLink link) {
    if (link.seq() != seq + 1) {
      return Optional.of("entry %d is missing; entry %d follows".formatted(seq + 1, link.seq()));
    }
    if (!link.prev().equals(hash)) {
      return Optional.of(
          "entry %d does not follow entry %d as that stands now".formatted(link.seq(), seq));
    }
    if (!link.hash().equals(hash(link.seq(), link.writer(), link.prev(), link.entry()))) {
      return Optional.of("entry %d was changed after it was written".formatted(link.seq()));
    }
    return Optional.empty();
  }

  private static Hash hash(long seq, String writer, Hash prev, AuditEntry entry) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
      DataOutputStream out = new DataOutputStream(bytes);
      text(out, Optional.of(VERSION));
      out.writeLong(seq);
      text(out, Optional.of(writer));
      out.write(prev.bytes());
      fields(out, entry);
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new StoreDown("This Java has no SHA-256; use another", e);
    }
  }

  /** Every field with its length before it, so that no two entries have the same bytes. */
  private static void fields(DataOutputStream out, AuditEntry entry) throws IOException {
    Instant at = entry.at();
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
    text(out, Optional.of(entry.event().name()));
    text(out, Optional.of(entry.bank().value()));
    text(out, entry.contract().map(contract -> contract.value()));
    text(out, entry.user().map(user -> user.value()));
    text(out, entry.token().map(token -> token.value()));
    text(out, entry.request().map(RequestKey::requester).map(requester -> requester.value()));
    text(out, entry.request().map(RequestKey::id).map(id -> id.value()));
    ActorColumns actor = ActorColumns.of(entry.actor());
    text(out, actor.kind());
    text(out, entry.actor().map(Actor::name));
    text(out, actor.branch());
    text(out, actor.approver());
    text(out, actor.reason());
    text(out, actor.paperNumber());
    text(out, entry.cause().map(Enum::name));
    text(out, entry.factor().map(factor -> Long.toString(factor)));
    text(out, Optional.of(entry.detail()));
  }

  private static void text(DataOutputStream out, Optional<String> value) throws IOException {
    if (value.isEmpty()) {
      out.writeInt(-1);
    } else {
      byte[] bytes = value.get().getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
