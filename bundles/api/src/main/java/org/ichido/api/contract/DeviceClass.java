package org.ichido.api.contract;

/** What a soft token runs on. */
public enum DeviceClass {
  /** A smartphone. */
  SMARTPHONE,
  /** A feature phone: retired at some banks (S0-10), still accepted at others. */
  FEATURE_PHONE
}
