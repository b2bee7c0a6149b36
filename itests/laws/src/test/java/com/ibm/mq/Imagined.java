package com.ibm.mq;

/** Stands for IBM's classes, which are on no class path of ours. */
public final class Imagined {}
