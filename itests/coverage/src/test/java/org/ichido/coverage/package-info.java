/**
 * What became of the requirements in this build. Nothing here runs a test of another module: it
 * reads the reports that Surefire and Failsafe wrote in this build, also about tests that ran in a
 * container, and the quotations in the class files of the tests.
 */
package org.ichido.coverage;
