      * ------------------------------------------------------------
      * ICHRIQ  REISSUE REQUEST: A TOKEN FOR A NEW PHONE. AFTER ICHHDR.
      * RECORD LENGTH 1536, TYPE REIS, KIND Q, REQUEST QUEUE.
      * THE FORMER TOKEN IS REVOKED WHEN THIS IS DONE.
      * ------------------------------------------------------------
       05  ICH-REISSUE-REQUEST.
      * TWICE AS THE CUSTOMER TYPED IT. PERSONAL: KEEP IT IN NO LOG.
           10  ICH-MAIL                       PIC X(80).
           10  ICH-MAIL-REPEATED              PIC X(80).
      * BOTH ENTRIES ENCRYPTED TO THE TRANSPORT KEY, BASE64. SEE
      * DOCS/MESSAGES.MD, ENCRYPTED FIELDS.
           10  ICH-PASSWORD                   PIC X(512).
           10  ICH-PASSWORD-REPEATED          PIC X(512).
      * WHAT YOU PROVED OF THE CUSTOMER: Y OR N.
           10  ICH-CARD-PROVED                PIC X(1).
               88  ICH-CARD-IS-PROVED         VALUE 'Y'.
               88  ICH-CARD-NOT-PROVED        VALUE 'N'.
           10  ICH-PASSWORD-PROVED            PIC X(1).
               88  ICH-PASSWORD-IS-PROVED     VALUE 'Y'.
               88  ICH-PASSWORD-NOT-PROVED    VALUE 'N'.
           10  ICH-PHONE-PROVED               PIC X(1).
               88  ICH-PHONE-IS-PROVED        VALUE 'Y'.
               88  ICH-PHONE-NOT-PROVED       VALUE 'N'.
           10  FILLER                         PIC X(93).
