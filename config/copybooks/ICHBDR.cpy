      * ------------------------------------------------------------
      * ICHBDR  BUSINESS DAY REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPES BOPN AND BCLS, KIND R.
      * ------------------------------------------------------------
       05  ICH-BUSINESS-DAY-REPLY.
           10  ICH-OUTCOME                    PIC X(16).
               88  ICH-DAY-DONE               VALUE 'DONE'.
               88  ICH-DAY-REFUSED            VALUE 'REFUSED'.
               88  ICH-DAY-NOT-PROCESSED      VALUE 'NOT_PROCESSED'.
      * THE DAY THAT ICHIDO HOLDS NOW, WHEN IT WAS OPENED AND CLOSED.
           10  ICH-DAY                        PIC 9(8).
           10  ICH-OPENED-AT                  PIC 9(17).
           10  ICH-CLOSED-AT                  PIC 9(17).
           10  FILLER                         PIC X(70).
