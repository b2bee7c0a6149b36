package org.ichido.core.requirement;

import org.ichido.api.requirement.Demand;

/**
 * What the operation table says of a use.
 *
 * @param demand whether a code is needed
 * @param line the line of the row that says so, from 1
 * @param remark that row's remark: the number of its requirement and a few words, Japanese ones too
 */
public record Answer(Demand demand, int line, String remark) {
  /**
   * @return where the answer comes from, in one line for operators
   */
  public String why() {
    return "operation table, line " + line + ": " + remark;
  }
}
