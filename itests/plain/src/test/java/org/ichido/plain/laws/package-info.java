/** The laws of the house, tried by random interleavings against a model of the requirements. */
package org.ichido.plain.laws;
