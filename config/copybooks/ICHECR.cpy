      * ------------------------------------------------------------
      * ICHECR  ECHO REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE ECHO, KIND R, WITH YOUR TEXT.
      * ------------------------------------------------------------
       05  ICH-ECHO-REPLY.
           10  ICH-ECHO-TEXT                  PIC X(64).
      * OUR CLOCK.
           10  ICH-AS-OF                      PIC 9(17).
           10  FILLER                         PIC X(47).
