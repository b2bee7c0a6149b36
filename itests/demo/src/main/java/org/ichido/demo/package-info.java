/** Starts the distribution as a person would. Shares no code with Ichido. */
@NullMarked
package org.ichido.demo;

import org.jspecify.annotations.NullMarked;
