package org.ichido.api.requirement;

/**
 * What a code is presented for, or would be.
 *
 * @param operation the operation
 * @param stage the moment of it
 * @param channel by what the customer came
 */
public record Use(OperationName operation, Stage stage, Channel channel) {
  /**
   * @param channel by what the customer came
   * @return a login
   */
  public static Use login(Channel channel) {
    return new Use(OperationName.LOGIN, Stage.LOGIN, channel);
  }
}
