package org.ichido.api.contract;

/** What a user may do under a contract. Which acts that includes is the profile's matter. */
public enum Role {
  /** Master user (マスターユーザ). A retail customer is the MASTER of a contract of one. */
  MASTER,
  /** Administrator user (管理者ユーザ). */
  SUB_ADMIN,
  /** General user (一般ユーザ). */
  GENERAL
}
