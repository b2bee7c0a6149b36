package org.ichido.core.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenKind;
import org.ichido.api.contract.Method;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Which kind of token a user may have by what core banking told of the contract and the user. It is
 * the contract's method for all users alike (S3-27, S4-33, S4-34), and holds from the first instant
 * of its day on, whether or not anybody has revoked the former tokens yet. A contract of which core
 * banking told nothing restrains nobody: its tokens are those that an administrator registered.
 *
 * @param contract the contract, if core banking told of it
 * @param user the user, if core banking told of him
 */
public record Entitlement(Optional<ContractRow> contract, Optional<UserRow> user) {
  /**
   * @param rows rows with a user and the contract
   * @return what they say
   */
  public static Entitlement of(Rows rows) {
    return new Entitlement(rows.contract(), rows.user());
  }

  /**
   * @param kind a kind of token
   * @param today the present day in Japan
   * @return whether the user may have one
   */
  public boolean allows(TokenKind kind, LocalDate today) {
    boolean removed = user.flatMap(UserRow::removed).isPresent();
    return !removed && contract.filter(row -> !fits(row.methodOn(today), kind)).isEmpty();
  }

  /**
   * @param token a token of the user, as read
   * @param today the present day in Japan
   * @return the token; its life over if the user may have none of its kind any more
   */
  public TokenRow seen(TokenRow token, LocalDate today) {
    return !token.state().live() || allows(token.kind(), today)
        ? token
        : token.ended(TokenEnd.after(token));
  }

  /**
   * @param tokens tokens of the user, as read
   * @param today the present day in Japan
   * @return each as {@link #seen(TokenRow, LocalDate)}
   */
  public List<TokenRow> seen(List<TokenRow> tokens, LocalDate today) {
    return tokens.stream().map(token -> seen(token, today)).toList();
  }

  /**
   * @param token a token of the user, as read
   * @param today the present day in Japan
   * @return as {@link #seen(TokenRow, LocalDate)}
   */
  public Optional<TokenRow> seen(Optional<TokenRow> token, LocalDate today) {
    return token.map(row -> seen(row, today));
  }

  /**
   * @param method the method of a contract
   * @param kind a kind of token
   * @return whether tokens of that kind go with it
   */
  public static boolean fits(Method method, TokenKind kind) {
    return switch (method) {
      case NONE, TXN_AUTH -> false;
      case SOFT -> kind == TokenKind.SOFT;
      case HARD -> kind == TokenKind.HARD;
    };
  }
}
