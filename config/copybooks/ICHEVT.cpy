      * ------------------------------------------------------------
      * ICHEVT  EVENT TO CORE BANKING, BODY AFTER ICHHDR.
      * RECORD LENGTH 512, TYPE EVNT, KIND E, QUEUE.EVENT OF THE BANK.
      * AT LEAST ONCE: THE NUMBER TELLS WHETHER YOU HAVE IT. NO REPLY.
      * ------------------------------------------------------------
       05  ICH-EVENT-BODY.
      * STABLE ID. IN ASCENDING ORDER, BUT NOT WITHOUT GAPS.
           10  ICH-EVENT-NUMBER               PIC 9(15).
           10  ICH-EVENT-TYPE                 PIC X(16).
               88  ICH-EVENT-ISSUED           VALUE 'ISSUED'.
               88  ICH-EVENT-MAIL-FAILED      VALUE 'MAIL_FAILED'.
               88  ICH-EVENT-ACTIVATED        VALUE 'ACTIVATED'.
               88  ICH-EVENT-CONFIRMED        VALUE 'CONFIRMED'.
               88  ICH-EVENT-CANCELLED        VALUE 'CANCELLED'.
               88  ICH-EVENT-LOCKED           VALUE 'LOCKED'.
               88  ICH-EVENT-UNLOCKED         VALUE 'UNLOCKED'.
               88  ICH-EVENT-SUSPENDED        VALUE 'SUSPENDED'.
               88  ICH-EVENT-RESUMED          VALUE 'RESUMED'.
               88  ICH-EVENT-REVOKED          VALUE 'REVOKED'.
               88  ICH-EVENT-RENEWED          VALUE 'RENEWED'.
               88  ICH-EVENT-EXPIRED          VALUE 'EXPIRED'.
               88  ICH-EVENT-ORDERED          VALUE 'ORDERED'.
               88  ICH-EVENT-SHIPPED          VALUE 'SHIPPED'.
               88  ICH-EVENT-RETURNED         VALUE 'RETURNED'.
               88  ICH-EVENT-ORDER-CANCELLED  VALUE 'ORDER_CANCELLED'.
               88  ICH-EVENT-REGISTERED       VALUE 'REGISTERED'.
               88  ICH-EVENT-UNBOUND          VALUE 'UNBOUND'.
               88  ICH-EVENT-OFF-LIST         VALUE 'OFF_LIST_REQUEST'.
           10  ICH-EVENT-AT                   PIC 9(17).
           10  ICH-TOKEN-ID                   PIC X(36).
      * FROM 1 WITHOUT A GAP: OF THE TOKEN, OF THE CONTRACT.
           10  ICH-TOKEN-SEQUENCE             PIC 9(9).
           10  ICH-CONTRACT-SEQUENCE          PIC 9(9).
      * MORE: A REASON, A DATE.
           10  ICH-EVENT-DETAIL               PIC X(80).
           10  FILLER                         PIC X(74).
