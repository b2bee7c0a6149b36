      * ------------------------------------------------------------
      * ICHISQ  ISSUE REQUEST: A USER ASKS FOR A TOKEN. AFTER ICHHDR.
      * RECORD LENGTH 1536, TYPE ISSU, KIND Q, REQUEST QUEUE.
      * AGAIN BEFORE THE CONFIRMATION: BEGINS ANEW.
      * ------------------------------------------------------------
       05  ICH-ISSUE-REQUEST.
      * TWICE AS THE CUSTOMER TYPED IT. PERSONAL: KEEP IT IN NO LOG.
           10  ICH-MAIL                       PIC X(80).
           10  ICH-MAIL-REPEATED              PIC X(80).
      * BOTH ENTRIES ENCRYPTED TO THE TRANSPORT KEY, BASE64. SEE
      * DOCS/MESSAGES.MD, ENCRYPTED FIELDS.
           10  ICH-PASSWORD                   PIC X(512).
           10  ICH-PASSWORD-REPEATED          PIC X(512).
           10  FILLER                         PIC X(96).
