package org.ichido.core.profile;

/**
 * Why a bank has no valid profile.
 *
 * @param file the file
 * @param problem the key and what is wrong with it
 */
record ProfileProblem(String file, String problem) {
  @Override
  public String toString() {
    return file + ": " + problem;
  }
}
