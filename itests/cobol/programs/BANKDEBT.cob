      * ------------------------------------------------------------
      * BANKDEBT  CORE BANKING AT THE DEBIT QUEUE. ONE ORDER NUMBER IS
      * ONE DEBIT AND AT MOST ONE REFUND, HOWEVER OFTEN IT COMES: WHAT
      * WAS DECIDED STANDS IN POSTINGS BEFORE IT IS ANSWERED, AND A
      * REPEATED ONE IS ANSWERED FROM THERE. A BANK HAS TABLES IN A
      * DATABASE FOR THE TWO FILES, AND ONE COMMIT FOR ALL.
      * ------------------------------------------------------------
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BANKDEBT.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT ACCOUNT-FILE ASSIGN TO ACCOUNTS
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS IS FILE-STATUS-OF-BOOKS.
           SELECT POSTING-FILE ASSIGN TO POSTINGS
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS IS FILE-STATUS-OF-BOOKS.
       DATA DIVISION.
       FILE SECTION.
       FD  ACCOUNT-FILE.
       01  ACCOUNT-LINE.
           05  AL-ACCOUNT                     PIC X(11).
           05  AL-YEN                         PIC 9(9).
       FD  POSTING-FILE.
       01  POSTING-LINE.
           05  PL-BANK                        PIC X(4).
           05  PL-ORDER                       PIC 9(8).
           05  PL-SUBJECT                     PIC X(6).
           05  PL-ACCOUNT                     PIC X(11).
           05  PL-VALUE-DATE                  PIC 9(8).
           05  PL-YEN                         PIC 9(9).
           05  PL-RESULT                      PIC X(12).
           05  PL-BOOKING                     PIC X(16).
       WORKING-STORAGE SECTION.
       01  BANK-DATA.
           COPY BANKDATA.
       01  FEE-REQUEST.
           COPY ICHHDR.
           COPY ICHDBQ.
       01  FEE-REPLY.
           COPY ICHHDR.
           COPY ICHDBR.
       01  FILE-STATUS-OF-BOOKS               PIC X(2).
           88  BOOKS-ARE-THERE                VALUE '00'.
           88  BOOKS-ARE-READ                 VALUE '10'.
           88  BOOKS-ARE-MISSING              VALUE '35'.
       01  ACCOUNT-TABLE.
           05  ACCOUNT-COUNT                  PIC 9(4) VALUE ZERO.
           05  ACCOUNT-ROW OCCURS 100 TIMES.
               10  AR-ACCOUNT                 PIC X(11).
               10  AR-YEN                     PIC S9(11).
       01  POSTING-TABLE.
           05  POSTING-COUNT                  PIC 9(4) VALUE ZERO.
           05  POSTING-ROW OCCURS 1000 TIMES.
               10  PR-BANK                    PIC X(4).
               10  PR-ORDER                   PIC 9(8).
               10  PR-SUBJECT                 PIC X(6).
               10  PR-ACCOUNT                 PIC X(11).
               10  PR-VALUE-DATE              PIC 9(8).
               10  PR-YEN                     PIC 9(9).
               10  PR-RESULT                  PIC X(12).
                   88  PR-IS-BOOKED           VALUE 'BOOKED'.
               10  PR-BOOKING                 PIC X(16).
       01  ACCOUNT-LIMIT                      PIC 9(4) VALUE 100.
       01  POSTING-LIMIT                      PIC 9(4) VALUE 1000.
       01  AT-ACCOUNT                         PIC 9(4).
       01  AT-POSTING                         PIC 9(4).
       01  FOUND-ACCOUNT                      PIC 9(4).
       01  FOUND-POSTING                      PIC 9(4).
       01  LOOKED-FOR-ACCOUNT.
           05  LF-BRANCH                      PIC 9(3).
           05  LF-TYPE                        PIC X(1).
           05  LF-NUMBER                      PIC 9(7).
       01  NEW-BOOKING.
           05  FILLER                         PIC X(1) VALUE 'B'.
           05  NB-NUMBER                      PIC 9(15).
       01  SUMS.
           05  SUM-DEBITS                     PIC 9(9).
           05  SUM-DEBIT-YEN                  PIC 9(12).
           05  SUM-REFUNDS                    PIC 9(9).
           05  SUM-REFUND-YEN                 PIC 9(12).
       PROCEDURE DIVISION.
       MAIN-PART.
           INITIALIZE BANK-DATA
           PERFORM READ-THE-BOOKS
           PERFORM UNTIL BD-END
               CALL 'BANKCARD' USING BANK-DATA
               EVALUATE TRUE
                   WHEN BD-GOT
                       PERFORM ANSWER-THE-REQUEST
                   WHEN BD-SUMS
                       PERFORM SAY-THE-SUMS
               END-EVALUATE
           END-PERFORM
           GOBACK.
      * ------------------------------------------------------------
      * WITHOUT ITS BOOKS IT WOULD BOOK TWICE: RATHER IT STOPS.
       READ-THE-BOOKS.
           OPEN INPUT ACCOUNT-FILE
           PERFORM UNTIL NOT BOOKS-ARE-THERE
               READ ACCOUNT-FILE
                   NOT AT END PERFORM KEEP-THE-ACCOUNT
               END-READ
           END-PERFORM
           PERFORM STOP-IF-NOT-AT-THE-END
           CLOSE ACCOUNT-FILE
           OPEN INPUT POSTING-FILE
           IF NOT BOOKS-ARE-MISSING
               PERFORM UNTIL NOT BOOKS-ARE-THERE
                   READ POSTING-FILE
                       NOT AT END PERFORM KEEP-THE-POSTING
                   END-READ
               END-PERFORM
               PERFORM STOP-IF-NOT-AT-THE-END
               CLOSE POSTING-FILE
           END-IF.
       STOP-IF-NOT-AT-THE-END.
           IF NOT BOOKS-ARE-READ
               PERFORM STOP-WITHOUT-BOOKS
           END-IF.
       STOP-WITHOUT-BOOKS.
           DISPLAY 'BAD BOOKS ' FILE-STATUS-OF-BOOKS
           MOVE 16 TO RETURN-CODE
           STOP RUN.
       KEEP-THE-ACCOUNT.
           IF ACCOUNT-COUNT = ACCOUNT-LIMIT
               PERFORM STOP-WITHOUT-BOOKS
           END-IF
           ADD 1 TO ACCOUNT-COUNT
           MOVE AL-ACCOUNT TO AR-ACCOUNT(ACCOUNT-COUNT)
           MOVE AL-YEN     TO AR-YEN(ACCOUNT-COUNT).
       KEEP-THE-POSTING.
           IF POSTING-COUNT = POSTING-LIMIT
               PERFORM STOP-WITHOUT-BOOKS
           END-IF
           ADD 1 TO POSTING-COUNT
           MOVE POSTING-LINE TO POSTING-ROW(POSTING-COUNT)
           MOVE PR-ACCOUNT(POSTING-COUNT) TO LOOKED-FOR-ACCOUNT
           PERFORM FIND-THE-ACCOUNT
           PERFORM MOVE-THE-MONEY.
       MOVE-THE-MONEY.
           EVALUATE TRUE
               WHEN NOT PR-IS-BOOKED(POSTING-COUNT)
               WHEN FOUND-ACCOUNT = ZERO
                   CONTINUE
               WHEN PR-SUBJECT(POSTING-COUNT) = 'DEBIT'
                   SUBTRACT PR-YEN(POSTING-COUNT)
                       FROM AR-YEN(FOUND-ACCOUNT)
               WHEN OTHER
                   ADD PR-YEN(POSTING-COUNT)
                     TO AR-YEN(FOUND-ACCOUNT)
           END-EVALUATE.
       FIND-THE-ACCOUNT.
           MOVE ZERO TO FOUND-ACCOUNT
           PERFORM VARYING AT-ACCOUNT FROM 1 BY 1
                     UNTIL AT-ACCOUNT > ACCOUNT-COUNT
               IF AR-ACCOUNT(AT-ACCOUNT) = LOOKED-FOR-ACCOUNT
                   MOVE AT-ACCOUNT TO FOUND-ACCOUNT
               END-IF
           END-PERFORM.
      * ------------------------------------------------------------
       ANSWER-THE-REQUEST.
           MOVE BD-MESSAGE(1:LENGTH OF FEE-REQUEST)
             TO FEE-REQUEST
           IF ICH-IS-ICHIDO OF FEE-REQUEST
              AND ICH-REQUEST OF FEE-REQUEST
              AND ICH-RECORD-LENGTH OF FEE-REQUEST
                    = BD-MESSAGE-LENGTH
               PERFORM BEGIN-THE-REPLY
               PERFORM FIND-THE-POSTING
               EVALUATE TRUE
                   WHEN FOUND-POSTING > ZERO
                       MOVE PR-RESULT(FOUND-POSTING)
                         TO ICH-FEE-RESULT
                       MOVE PR-BOOKING(FOUND-POSTING)
                         TO ICH-BOOKING-NUMBER
                   WHEN ICH-DEBIT-INQUIRY OF FEE-REQUEST
                       SET ICH-FEE-NEVER-SEEN TO TRUE
                   WHEN POSTING-COUNT = POSTING-LIMIT
      *                THE BOOKS ARE FULL: NOT NOW. IT COMES AGAIN.
                       MOVE 9000 TO ICH-RESPONSE-CODE OF FEE-REPLY
                   WHEN OTHER
                       PERFORM BOOK-IT
               END-EVALUATE
               DISPLAY 'PUT ' FEE-REPLY
           ELSE
               DISPLAY 'BAD MESSAGE'
           END-IF.
       BEGIN-THE-REPLY.
           MOVE SPACES TO FEE-REPLY
           MOVE ICH-HEADER OF FEE-REQUEST TO ICH-HEADER OF FEE-REPLY
           SET ICH-REPLY OF FEE-REPLY TO TRUE
           MOVE LENGTH OF FEE-REPLY
             TO ICH-RECORD-LENGTH OF FEE-REPLY
           MOVE ICH-FEE-SUBJECT      TO ICH-FEE-REPLY-SUBJECT
           MOVE ICH-FEE-ORDER-NUMBER TO ICH-FEE-REPLY-ORDER
           MOVE ICH-FEE-YEN          TO ICH-FEE-REPLY-YEN.
       FIND-THE-POSTING.
           MOVE ZERO TO FOUND-POSTING
           PERFORM VARYING AT-POSTING FROM 1 BY 1
                     UNTIL AT-POSTING > POSTING-COUNT
               IF PR-BANK(AT-POSTING) = ICH-BANK OF FEE-REQUEST
                  AND PR-ORDER(AT-POSTING) = ICH-FEE-ORDER-NUMBER
                  AND PR-SUBJECT(AT-POSTING) = ICH-FEE-SUBJECT
                   MOVE AT-POSTING TO FOUND-POSTING
               END-IF
           END-PERFORM.
       BOOK-IT.
           MOVE ICH-FEE-ACCOUNT-BRANCH TO LF-BRANCH
           MOVE ICH-FEE-ACCOUNT-TYPE   TO LF-TYPE
           MOVE ICH-FEE-ACCOUNT-NUMBER TO LF-NUMBER
           PERFORM FIND-THE-ACCOUNT
           EVALUATE TRUE
               WHEN FOUND-ACCOUNT = ZERO
                   SET ICH-FEE-LACKS-ACCOUNT TO TRUE
               WHEN ICH-FEE-IS-DEBIT
                AND AR-YEN(FOUND-ACCOUNT) < ICH-FEE-YEN
                   SET ICH-FEE-LACKS-FUNDS TO TRUE
               WHEN OTHER
                   SET ICH-FEE-IS-BOOKED TO TRUE
                   ADD 1 TO POSTING-COUNT GIVING NB-NUMBER
                   MOVE NEW-BOOKING TO ICH-BOOKING-NUMBER
           END-EVALUATE
           ADD 1 TO POSTING-COUNT
           MOVE ICH-BANK OF FEE-REQUEST TO PR-BANK(POSTING-COUNT)
           MOVE ICH-FEE-ORDER-NUMBER    TO PR-ORDER(POSTING-COUNT)
           MOVE ICH-FEE-SUBJECT         TO PR-SUBJECT(POSTING-COUNT)
           MOVE LOOKED-FOR-ACCOUNT      TO PR-ACCOUNT(POSTING-COUNT)
           MOVE ICH-VALUE-DATE       TO PR-VALUE-DATE(POSTING-COUNT)
           MOVE ICH-FEE-YEN             TO PR-YEN(POSTING-COUNT)
           MOVE ICH-FEE-RESULT          TO PR-RESULT(POSTING-COUNT)
           MOVE ICH-BOOKING-NUMBER      TO PR-BOOKING(POSTING-COUNT)
           PERFORM WRITE-THE-POSTING
           PERFORM MOVE-THE-MONEY.
      * BEFORE IT IS ANSWERED. IF THAT IS IMPOSSIBLE, IT IS NOT.
       WRITE-THE-POSTING.
           OPEN EXTEND POSTING-FILE
           IF BOOKS-ARE-MISSING
               OPEN OUTPUT POSTING-FILE
           END-IF
           WRITE POSTING-LINE FROM POSTING-ROW(POSTING-COUNT)
           IF NOT BOOKS-ARE-THERE
               PERFORM STOP-WITHOUT-BOOKS
           END-IF
           CLOSE POSTING-FILE.
      * ------------------------------------------------------------
       SAY-THE-SUMS.
           INITIALIZE SUMS
           PERFORM VARYING AT-POSTING FROM 1 BY 1
                     UNTIL AT-POSTING > POSTING-COUNT
               IF PR-IS-BOOKED(AT-POSTING)
                  AND PR-VALUE-DATE(AT-POSTING) = BD-SUMS-DAY
                   IF PR-SUBJECT(AT-POSTING) = 'DEBIT'
                       ADD 1 TO SUM-DEBITS
                       ADD PR-YEN(AT-POSTING) TO SUM-DEBIT-YEN
                   ELSE
                       ADD 1 TO SUM-REFUNDS
                       ADD PR-YEN(AT-POSTING) TO SUM-REFUND-YEN
                   END-IF
               END-IF
           END-PERFORM
           DISPLAY 'SAY DEBITS ' SUM-DEBITS
           DISPLAY 'SAY DEBIT-YEN ' SUM-DEBIT-YEN
           DISPLAY 'SAY REFUNDS ' SUM-REFUNDS
           DISPLAY 'SAY REFUND-YEN ' SUM-REFUND-YEN
           DISPLAY 'END'.
