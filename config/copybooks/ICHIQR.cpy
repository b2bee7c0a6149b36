      * ------------------------------------------------------------
      * ICHIQR  INQUIRY REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE INQY, KIND R, FOR ITS REQUESTER.
      * REMEMBERED FOR THE HORIZON OF THE PROFILE, 48 HOURS AS A RULE.
      * ------------------------------------------------------------
       05  ICH-INQUIRY-REPLY.
      * N: NEVER SEEN, OR FORGOTTEN.
           10  ICH-ORIG-FOUND                 PIC X(1).
               88  ICH-ORIG-WAS-FOUND         VALUE 'Y'.
               88  ICH-ORIG-WAS-NOT-FOUND     VALUE 'N'.
           10  ICH-ORIG-TYPE                  PIC X(4).
      * THE CODE OF ITS REPLY.
           10  ICH-ORIG-RESPONSE-CODE         PIC 9(4).
      * WHEN IT WAS DECIDED.
           10  ICH-DECIDED-AT                 PIC 9(17).
           10  FILLER                         PIC X(102).
