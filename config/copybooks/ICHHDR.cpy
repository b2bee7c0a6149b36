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
               88  ICH-NEXT                   VALUE 'NEXT'.
               88  ICH-ISSUE                  VALUE 'ISSU'.
               88  ICH-REISSUE                VALUE 'REIS'.
               88  ICH-CONFIRM                VALUE 'CONF'.
               88  ICH-REVOKE-BY-USER         VALUE 'RVKU'.
               88  ICH-UNLOCK-BY-USER         VALUE 'UNLU'.
               88  ICH-CANCEL                 VALUE 'CNCL'.
               88  ICH-REGISTER-DEVICE        VALUE 'HREG'.
               88  ICH-SKIP-REGISTRATION      VALUE 'SKIP'.
               88  ICH-UNLOCK                 VALUE 'UNLK'.
               88  ICH-REVOKE                 VALUE 'RVKO'.
               88  ICH-SUSPEND                VALUE 'SUSP'.
               88  ICH-LIFT-SUSPENSION        VALUE 'RESM'.
               88  ICH-RELEASE-DOWNLOADS      VALUE 'RLSE'.
               88  ICH-RESYNCHRONISE          VALUE 'RSYN'.
               88  ICH-APPROVE                VALUE 'APRV'.
               88  ICH-DESCRIBE               VALUE 'DESC'.
               88  ICH-PLACE-ORDER            VALUE 'HORD'.
               88  ICH-SHIP-ORDER             VALUE 'HSHP'.
               88  ICH-RETURN-ORDER           VALUE 'HRTN'.
               88  ICH-CANCEL-ORDER           VALUE 'HCNL'.
               88  ICH-SETTLE-FEE             VALUE 'HFEE'.
               88  ICH-UNLOCK-DEVICE          VALUE 'HULK'.
               88  ICH-ACTIVATE               VALUE 'ACTV'.
               88  ICH-RENAME                 VALUE 'RENM'.
               88  ICH-RENEW                  VALUE 'RENW'.
               88  ICH-OPEN-CONTRACT          VALUE 'CTRO'.
               88  ICH-CLOSE-CONTRACT         VALUE 'CTRC'.
               88  ICH-CHANGE-METHOD          VALUE 'CTRM'.
               88  ICH-MOVE-BRANCH            VALUE 'CTRB'.
               88  ICH-CHANGE-ACCOUNT         VALUE 'CTRA'.
               88  ICH-ADD-USER               VALUE 'USRA'.
               88  ICH-REMOVE-USER            VALUE 'USRR'.
               88  ICH-CHANGE-ROLE            VALUE 'USRC'.
               88  ICH-OPEN-BUSINESS          VALUE 'BOPN'.
               88  ICH-CLOSE-BUSINESS         VALUE 'BCLS'.
               88  ICH-TOTALS                 VALUE 'DAYT'.
               88  ICH-COUNT-CHECK            VALUE 'CCHK'.
               88  ICH-RESEND-EVENTS          VALUE 'RSND'.
               88  ICH-COMPARE-BOOKS          VALUE 'FEEB'.
               88  ICH-INQUIRE                VALUE 'INQY'.
               88  ICH-ECHO                   VALUE 'ECHO'.
      * FROM US, TO CORE BANKING.
               88  ICH-EVENT-RECORD           VALUE 'EVNT'.
               88  ICH-DEBIT                  VALUE 'DBIT'.
               88  ICH-REFUND                 VALUE 'RFND'.
               88  ICH-DEBIT-INQUIRY          VALUE 'DINQ'.
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
               88  ICH-AWAITS-APPROVAL        VALUE 1.
               88  ICH-REFUSED                VALUE 1000.
               88  ICH-NOT-LOCKED             VALUE 1101.
               88  ICH-NOT-FOUND              VALUE 1102.
               88  ICH-FORBIDDEN              VALUE 1103.
               88  ICH-NOT-ENTITLED           VALUE 1104.
               88  ICH-NEW-CONTRACTS-CLOSED   VALUE 1105.
               88  ICH-COOLDOWN               VALUE 1106.
               88  ICH-TOKEN-STILL-BOUND      VALUE 1107.
               88  ICH-EMAIL-MISMATCH         VALUE 1108.
               88  ICH-EMAIL-FORM             VALUE 1109.
               88  ICH-PASSWORD-MISMATCH      VALUE 1110.
               88  ICH-PASSWORD-FORM          VALUE 1111.
               88  ICH-CONSENT-MISSING        VALUE 1112.
               88  ICH-DEVICE-CLASS-RETIRED   VALUE 1113.
               88  ICH-DEVICE-FULL            VALUE 1114.
               88  ICH-APP-KEY-FORM           VALUE 1115.
               88  ICH-NAME-FORM              VALUE 1116.
               88  ICH-DOWNLOAD-LIMIT         VALUE 1117.
               88  ICH-NO-CARD                VALUE 1118.
               88  ICH-PASSWORD-NOT-CONFIRMED VALUE 1119.
               88  ICH-PHONE-FAILED           VALUE 1120.
               88  ICH-CODE-REFUSED           VALUE 1121.
               88  ICH-ALREADY-SUSPENDED      VALUE 1122.
               88  ICH-NOT-SUSPENDED          VALUE 1123.
               88  ICH-RENEWAL-NOT-OPEN       VALUE 1124.
               88  ICH-NOT-RENEWABLE          VALUE 1125.
               88  ICH-NOT-SYNCHRONISED       VALUE 1126.
               88  ICH-NOTHING-TO-APPROVE     VALUE 1127.
               88  ICH-SELF-APPROVAL          VALUE 1128.
               88  ICH-APPROVER-MISSING       VALUE 1129.
               88  ICH-NOT-CANCELLABLE        VALUE 1130.
               88  ICH-ALREADY-EXISTS         VALUE 1131.
               88  ICH-UNKNOWN                VALUE 1132.
               88  ICH-CONTRACT-CLOSED        VALUE 1133.
               88  ICH-DATE-IN-PAST           VALUE 1134.
               88  ICH-BUSINESS-OPEN          VALUE 1135.
               88  ICH-GROUNDS-MISSING        VALUE 1136.
               88  ICH-NOT-THE-FIRST          VALUE 1137.
               88  ICH-FIRST-MISSING          VALUE 1138.
               88  ICH-NOT-IN-STOCK           VALUE 1139.
               88  ICH-ORDER-OPEN             VALUE 1140.
               88  ICH-NO-SUCH-ORDER          VALUE 1141.
               88  ICH-NO-ACCOUNT             VALUE 1142.
               88  ICH-FEE-UNSETTLED          VALUE 1143.
               88  ICH-FEE-UNPAID             VALUE 1144.
               88  ICH-NOTHING-TO-SKIP        VALUE 1145.
               88  ICH-SKIP-OVER              VALUE 1146.
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
