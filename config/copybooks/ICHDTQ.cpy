      * ------------------------------------------------------------
      * ICHDTQ  DAY-END TOTALS REQUEST, BODY AFTER ICHHDR.
      * RECORD LENGTH 384, TYPE DAYT, KIND Q, CORE QUEUE.
      * OF THE REQUESTS WITH THE BUSINESS DATE OF THE HEADER.
      * ------------------------------------------------------------
       05  ICH-TOTALS-REQUEST.
      * SPACES: ALL BRANCHES, ALL TYPES.
           10  ICH-TOTALS-BRANCH              PIC X(3).
           10  ICH-TOTALS-TYPE                PIC X(4).
           10  FILLER                         PIC X(121).
