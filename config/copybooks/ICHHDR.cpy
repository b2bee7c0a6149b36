      * ------------------------------------------------------------
      * ICHHDR  THE HEADER OF EVERY ICHIDO RECORD, 256 CHARACTERS.
      *
      * USE      01  VERIFY-REQUEST.
      *              COPY ICHHDR.
      *              COPY ICHVFQ.
      * MOVE SPACES TO THE RECORD FIRST (INITIALIZE LEAVES FILLER AS
      * IT WAS), THEN ZEROS TO EVERY PIC 9 FIELD YOU DO NOT FILL.
      * TWO RECORDS IN ONE PROGRAM: QUALIFY, AS IN
      *          ICH-USER OF VERIFY-REQUEST.
      * HALF-WIDTH CHARACTERS ONLY. TIMES ARE JAPAN STANDARD TIME,
      * YYYYMMDDHHMMSS AND MILLISECONDS. SEE DOCS/MESSAGES.MD.
      * ------------------------------------------------------------
       05  ICH-HEADER.
      * ALWAYS ICHI.
           10  ICH-EYECATCHER                 PIC X(4).
               88  ICH-IS-ICHIDO              VALUE 'ICHI'.
      * OF THE LAYOUT; A NEW ONE ONLY IF AN OLD FIELD MOVES.
           10  ICH-VERSION                    PIC 9(2).
               88  ICH-VERSION-1              VALUE 1.
      * THE WHOLE RECORD, HEADER AND BODY, IN BYTES.
           10  ICH-RECORD-LENGTH              PIC 9(5).
           10  ICH-RECORD-TYPE                PIC X(4).
               88  ICH-VERIFY                 VALUE 'VRFY'.
               88  ICH-UNLOCK                 VALUE 'UNLK'.
               88  ICH-DESCRIBE               VALUE 'DESC'.
           10  ICH-KIND                       PIC X(1).
               88  ICH-REQUEST                VALUE 'Q'.
               88  ICH-REPLY                  VALUE 'R'.
               88  ICH-EVENT                  VALUE 'E'.
           10  ICH-ENVIRONMENT                PIC X(1).
               88  ICH-PRODUCTION             VALUE 'P'.
               88  ICH-TRAINING               VALUE 'T'.
      * SYSTEMS; THE REPLY HAS THEM EXCHANGED.
           10  ICH-SOURCE                     PIC X(8).
           10  ICH-DESTINATION                PIC X(8).
      * WHERE THE CUSTOMER OR THE OPERATOR IS.
           10  ICH-BANK                       PIC X(4).
           10  ICH-BRANCH                     PIC X(3).
           10  ICH-CHANNEL                    PIC X(4).
           10  ICH-TERMINAL                   PIC X(8).
      * WHO ACTS FOR THE CUSTOMER (UNLOCK, DESCRIBE).
           10  ICH-OPERATOR                   PIC X(8).
           10  ICH-APPROVER                   PIC X(8).
           10  ICH-ACT-REASON                 PIC X(4).
           10  ICH-PAPER-NUMBER               PIC X(12).
      * THE CUSTOMER.
           10  ICH-CONTRACT                   PIC X(12).
           10  ICH-CIF                        PIC X(10).
           10  ICH-USER                       PIC X(20).
           10  ICH-BUSINESS-DATE              PIC 9(8).
           10  ICH-SENT-AT                    PIC 9(17).
      * COUNTS THE RECORDS OF A SOURCE ON A BUSINESS DATE.
           10  ICH-SERIAL-NUMBER              PIC 9(9).
      * OF THE RECORD THAT IS MEANT (INQUIRY, CANCEL), ELSE ZEROS.
           10  ICH-ORIG-BUSINESS-DATE         PIC 9(8).
           10  ICH-ORIG-SERIAL-NUMBER         PIC 9(9).
      * THE SAME ONE IN A RESEND; NEVER THE SAME FOR ANOTHER CODE.
           10  ICH-REQUEST-ID                 PIC X(32).
           10  ICH-RESEND                     PIC X(1).
               88  ICH-FIRST-SEND             VALUE 'N'.
               88  ICH-SENT-AGAIN             VALUE 'Y'.
      * THE ANSWER: ZEROS IN A REQUEST. 1XXX REFUSED, 8XXX BAD RECORD.
           10  ICH-RESPONSE-CODE              PIC 9(4).
               88  ICH-DONE                   VALUE 0.
               88  ICH-REFUSED                VALUE 1000.
               88  ICH-NOT-LOCKED             VALUE 1101.
               88  ICH-NOT-FOUND              VALUE 1102.
               88  ICH-FORBIDDEN              VALUE 1103.
               88  ICH-UNSUPPORTED-VERSION    VALUE 8001.
               88  ICH-UNKNOWN-TYPE           VALUE 8002.
               88  ICH-LENGTH-MISMATCH        VALUE 8003.
               88  ICH-NOT-A-REQUEST          VALUE 8004.
               88  ICH-ENVIRONMENT-MISMATCH   VALUE 8005.
               88  ICH-WRONG-QUEUE            VALUE 8006.
               88  ICH-NOT-PERMITTED          VALUE 8007.
               88  ICH-BANK-MISMATCH          VALUE 8008.
               88  ICH-REQUEST-TOO-OLD        VALUE 8009.
               88  ICH-SENT-IN-FUTURE         VALUE 8010.
               88  ICH-DUPLICATE-KEY-MISMATCH VALUE 8011.
               88  ICH-FIELD-CHARACTERS       VALUE 8101.
               88  ICH-FIELD-NOT-JUSTIFIED    VALUE 8102.
               88  ICH-FIELD-NOT-NUMERIC      VALUE 8103.
               88  ICH-FIELD-MISSING          VALUE 8104.
               88  ICH-FIELD-VALUE            VALUE 8105.
      * THE WORD OF THE CODE; FOR 81XX THE NAME OF THE WRONG FIELD.
           10  ICH-RESPONSE-REASON            PIC X(24).
      * RESERVE: SPACES.
           10  FILLER                         PIC X(18).
