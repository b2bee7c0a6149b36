      * ------------------------------------------------------------
      * ICHDTR  DAY-END TOTALS REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE DAYT, KIND R, CORE BANKING.
      * REQUESTS BY THE CLASS OF THEIR RESPONSE CODE.
      * ------------------------------------------------------------
       05  ICH-TOTALS-REPLY.
      * N: THE DATE LIES SO FAR BACK THAT SOME ARE FORGOTTEN.
           10  ICH-TOTALS-WHOLE               PIC X(1).
               88  ICH-TOTALS-ARE-WHOLE       VALUE 'Y'.
               88  ICH-TOTALS-ARE-PARTIAL     VALUE 'N'.
           10  ICH-COUNT-ALL                  PIC 9(9).
      * 0XXX.
           10  ICH-COUNT-DONE                 PIC 9(9).
      * 1XXX.
           10  ICH-COUNT-REFUSED              PIC 9(9).
      * 2XXX.
           10  ICH-COUNT-LATER                PIC 9(9).
      * 8XXX, OF RECORDS THAT ARE REMEMBERED.
           10  ICH-COUNT-BAD                  PIC 9(9).
      * 9XXX.
           10  ICH-COUNT-SYSTEM               PIC 9(9).
           10  FILLER                         PIC X(73).
