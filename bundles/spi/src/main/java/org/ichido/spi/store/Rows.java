package org.ichido.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;

/**
 * What was loaded, consistent within the transaction. What was not asked for is empty.
 *
 * @param inbox the request's memory, if it is there
 * @param tokens the user's tokens, newest registration first
 * @param audit the user's audit entries, newest first
 * @param memoryBegins see {@link TokenStore#memoryBegins}
 * @param contract the contract of the member, of the paired token, or the whole one
 * @param user the row of the member, or of the paired token's user
 * @param actor the actor's row
 * @param actorTokens the actor's tokens, newest registration first
 * @param paired the token of the pair
 * @param users all users of the whole contract
 * @param contractTokens all tokens of the whole contract, newest registration first
 * @param onDevice the live tokens on the device
 * @param approval what waits for an approval, or was approved
 * @param day the bank's business day
 * @param hardTokens the hard tokens that were asked for, each once, in no order
 * @param deviceTokens the tokens of those hard tokens, whosoever they are, in no order
 * @param orders all orders of the contract, by number
 * @param order the order that was asked for
 * @param bookings what core banking said of that order, the first first
 * @param lastOrder the bank's order of the greatest number; empty before the first
 */
public record Rows(
    Optional<InboxRow> inbox,
    List<TokenRow> tokens,
    List<AuditEntry> audit,
    Instant memoryBegins,
    Optional<ContractRow> contract,
    Optional<UserRow> user,
    Optional<UserRow> actor,
    List<TokenRow> actorTokens,
    Optional<TokenRow> paired,
    List<UserRow> users,
    List<TokenRow> contractTokens,
    List<TokenRow> onDevice,
    Optional<ApprovalRow> approval,
    Optional<BusinessDay> day,
    List<HardTokenRow> hardTokens,
    List<TokenRow> deviceTokens,
    List<OrderRow> orders,
    Optional<OrderRow> order,
    List<BookingRow> bookings,
    Optional<OrderRow> lastOrder) {
  /** Copies the lists. */
  public Rows {
    tokens = List.copyOf(tokens);
    audit = List.copyOf(audit);
    actorTokens = List.copyOf(actorTokens);
    users = List.copyOf(users);
    contractTokens = List.copyOf(contractTokens);
    onDevice = List.copyOf(onDevice);
    hardTokens = List.copyOf(hardTokens);
    deviceTokens = List.copyOf(deviceTokens);
    orders = List.copyOf(orders);
    bookings = List.copyOf(bookings);
  }

  /** Rows of whoever asked for no more than these. */
  public Rows(
      Optional<InboxRow> inbox,
      List<TokenRow> tokens,
      List<AuditEntry> audit,
      Instant memoryBegins) {
    this(
        inbox,
        tokens,
        audit,
        memoryBegins,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Rows of a store that has forgotten nothing. */
  public Rows(Optional<InboxRow> inbox, List<TokenRow> tokens, List<AuditEntry> audit) {
    this(inbox, tokens, audit, Instant.EPOCH);
  }
}
