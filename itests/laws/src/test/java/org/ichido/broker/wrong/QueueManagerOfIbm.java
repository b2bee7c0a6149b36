package org.ichido.broker.wrong;

import com.ibm.mq.Imagined;

public record QueueManagerOfIbm(Imagined imagined) {}
