/** What is written: figures as JSON lines, tables and a picture. */
@NullMarked
package org.ichido.bench.figure;

import org.jspecify.annotations.NullMarked;
