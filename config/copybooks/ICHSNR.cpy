      * ------------------------------------------------------------
      * ICHSNR  RESEND REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE RSND, KIND R, CORE BANKING.
      * ------------------------------------------------------------
       05  ICH-RESEND-REPLY.
      * HOW MANY WILL BE SENT AGAIN.
           10  ICH-EVENTS-RESENT              PIC 9(9).
      * HOW MANY WERE NOT SENT YET; THEY COME ANYWAY.
           10  ICH-EVENTS-WAITING             PIC 9(9).
           10  FILLER                         PIC X(110).
