/**
 * The laws of the house. Packages named {@code wrong} hold the classes that break them on purpose.
 */
package org.ichido.laws;
