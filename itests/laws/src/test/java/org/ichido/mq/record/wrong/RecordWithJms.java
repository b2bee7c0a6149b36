package org.ichido.mq.record.wrong;

import javax.jms.Message;

public record RecordWithJms(Message message) {}
