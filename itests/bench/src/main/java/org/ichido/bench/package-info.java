/** What is measured, and against what. {@code mvn -Pbench} runs it. */
@NullMarked
package org.ichido.bench;

import org.jspecify.annotations.NullMarked;
