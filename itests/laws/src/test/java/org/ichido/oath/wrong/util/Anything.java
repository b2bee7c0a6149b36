package org.ichido.oath.wrong.util;

public final class Anything {}
