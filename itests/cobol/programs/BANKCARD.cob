      * ------------------------------------------------------------
      * BANKCARD  READS WHAT THE BANK KNOWS, ONE CARD A LINE: ITS NAME
      * IN COLUMNS 1 TO 20, ITS VALUE BEHIND. IT COMES BACK AT
      *   ASK   A RECORD TYPE: ASK ICHIDO THAT NOW
      *   GOT   A MESSAGE: WHAT CAME FROM A QUEUE
      *   SUMS  A DAY: WHAT WAS BOOKED UNDER IT
      * AND AT THE END. A RECORD HAS NO CONTROL CHARACTERS, SO THAT ONE
      * ALWAYS IS ONE LINE. IN THE BANK, THIS IS MQGET AND A COMMAREA.
      * ------------------------------------------------------------
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BANKCARD.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT CARD-FILE ASSIGN TO CARDS
               ORGANIZATION IS LINE SEQUENTIAL
               FILE STATUS IS BC-STATUS.
       DATA DIVISION.
       FILE SECTION.
       FD  CARD-FILE
           RECORD IS VARYING IN SIZE FROM 1 TO 1940 CHARACTERS
           DEPENDING ON BC-LENGTH.
       01  CARD-LINE                          PIC X(1940).
       WORKING-STORAGE SECTION.
       01  BC-STATUS                          PIC X(2) VALUE SPACES.
           88  BC-IS-NEW                      VALUE SPACES.
           88  BC-IS-FINE                     VALUE '00'.
       01  BC-LENGTH                          PIC 9(5).
       01  BC-CARD.
           05  BC-NAME                        PIC X(20).
           05  BC-VALUE                       PIC X(1920).
       LINKAGE SECTION.
       01  BANK-DATA.
           COPY BANKDATA.
       PROCEDURE DIVISION USING BANK-DATA.
       MAIN-PART.
           IF BC-IS-NEW
               OPEN INPUT CARD-FILE
           END-IF
           MOVE SPACES TO BD-STEP
           PERFORM READ-A-CARD UNTIL BD-STEP NOT = SPACES
           IF BD-END
               CLOSE CARD-FILE
           END-IF
           GOBACK.
       READ-A-CARD.
           MOVE SPACES TO CARD-LINE
           IF BC-IS-FINE
               READ CARD-FILE
                   AT END SET BD-END TO TRUE
               END-READ
           END-IF
           IF NOT BC-IS-FINE
               SET BD-END TO TRUE
           ELSE
               MOVE SPACES TO BC-CARD
               IF BC-LENGTH > ZERO
                   MOVE CARD-LINE(1:BC-LENGTH) TO BC-CARD
               END-IF
               PERFORM TAKE-THE-CARD
           END-IF.
       TAKE-THE-CARD.
           EVALUATE BC-NAME
               WHEN 'ASK'
                   SET BD-ASK TO TRUE
                   MOVE BC-VALUE(1:4) TO BD-TYPE
               WHEN 'GOT'
                   SET BD-GOT TO TRUE
                   MOVE BC-VALUE TO BD-MESSAGE
                   SUBTRACT 20 FROM BC-LENGTH
                     GIVING BD-MESSAGE-LENGTH
               WHEN 'SUMS'
                   SET BD-SUMS TO TRUE
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-SUMS-DAY
               WHEN 'ENVIRONMENT'
                   MOVE BC-VALUE(1:1)
                     TO BD-ENVIRONMENT
               WHEN 'SOURCE'
                   MOVE BC-VALUE(1:8)
                     TO BD-SOURCE
               WHEN 'BANK'
                   MOVE BC-VALUE(1:4)
                     TO BD-BANK
               WHEN 'BRANCH'
                   MOVE BC-VALUE(1:3)
                     TO BD-BRANCH
               WHEN 'CHANNEL'
                   MOVE BC-VALUE(1:4)
                     TO BD-CHANNEL
               WHEN 'TERMINAL'
                   MOVE BC-VALUE(1:8)
                     TO BD-TERMINAL
               WHEN 'OPERATOR'
                   MOVE BC-VALUE(1:8)
                     TO BD-OPERATOR
               WHEN 'APPROVER'
                   MOVE BC-VALUE(1:8)
                     TO BD-APPROVER
               WHEN 'REASON'
                   MOVE BC-VALUE(1:4)
                     TO BD-REASON
               WHEN 'PAPER'
                   MOVE BC-VALUE(1:12)
                     TO BD-PAPER
               WHEN 'CONTRACT'
                   MOVE BC-VALUE(1:12)
                     TO BD-CONTRACT
               WHEN 'CIF'
                   MOVE BC-VALUE(1:10)
                     TO BD-CIF
               WHEN 'USER'
                   MOVE BC-VALUE(1:20)
                     TO BD-USER
               WHEN 'DAY'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-DAY
               WHEN 'NOW'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-NOW
               WHEN 'NUMBER'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-NUMBER
               WHEN 'ORIG-DAY'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-ORIG-DAY
               WHEN 'ORIG-NUMBER'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-ORIG-NUMBER
               WHEN 'REQUEST-ID'
                   MOVE BC-VALUE(1:32)
                     TO BD-REQUEST-ID
               WHEN 'RESEND'
                   MOVE BC-VALUE(1:1)
                     TO BD-RESEND
               WHEN 'CODE'
                   MOVE BC-VALUE(1:8)
                     TO BD-CODE
               WHEN 'SECOND-CODE'
                   MOVE BC-VALUE(1:8)
                     TO BD-SECOND-CODE
               WHEN 'OPERATION'
                   MOVE BC-VALUE(1:16)
                     TO BD-OPERATION
               WHEN 'STAGE'
                   MOVE BC-VALUE(1:8)
                     TO BD-STAGE
               WHEN 'APPROVED'
                   MOVE BC-VALUE(1:1)
                     TO BD-APPROVED
               WHEN 'REGISTERED'
                   MOVE BC-VALUE(1:1)
                     TO BD-REGISTERED
               WHEN 'PRIVATE'
                   MOVE BC-VALUE(1:1)
                     TO BD-PRIVATE
               WHEN 'LAST-PAID'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-LAST-PAID
               WHEN 'MAIL'
                   MOVE BC-VALUE(1:80)
                     TO BD-MAIL
               WHEN 'PASSWORD'
                   MOVE BC-VALUE(1:512)
                     TO BD-PASSWORD
               WHEN 'PROVED'
                   MOVE BC-VALUE(1:1)
                     TO BD-PROVED
               WHEN 'TARGET'
                   MOVE BC-VALUE(1:20)
                     TO BD-TARGET
               WHEN 'OTHER-ID'
                   MOVE BC-VALUE(1:32)
                     TO BD-OTHER-ID
               WHEN 'SERIAL'
                   MOVE BC-VALUE(1:20)
                     TO BD-SERIAL
               WHEN 'REPLACED'
                   MOVE BC-VALUE(1:20)
                     TO BD-REPLACED
               WHEN 'KIND'
                   MOVE BC-VALUE(1:16)
                     TO BD-KIND
               WHEN 'ORDER'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-ORDER
               WHEN 'BOOKED'
                   MOVE BC-VALUE(1:1)
                     TO BD-BOOKED
               WHEN 'SERVICE'
                   MOVE BC-VALUE(1:8)
                     TO BD-SERVICE
               WHEN 'ACTIVATION'
                   MOVE BC-VALUE(1:16)
                     TO BD-ACTIVATION
               WHEN 'APP-KEY'
                   MOVE BC-VALUE(1:800)
                     TO BD-APP-KEY
               WHEN 'DEVICE'
                   MOVE BC-VALUE(1:64)
                     TO BD-DEVICE
               WHEN 'DEVICE-CLASS'
                   MOVE BC-VALUE(1:16)
                     TO BD-DEVICE-CLASS
               WHEN 'TERMS'
                   MOVE BC-VALUE(1:16)
                     TO BD-TERMS
               WHEN 'NAME'
                   MOVE BC-VALUE(1:160)
                     TO BD-NAME
               WHEN 'ACCOUNT-BRANCH'
                   MOVE BC-VALUE(1:3)
                     TO BD-ACCOUNT-BRANCH
               WHEN 'ACCOUNT-TYPE'
                   MOVE BC-VALUE(1:1)
                     TO BD-ACCOUNT-TYPE
               WHEN 'ACCOUNT-NUMBER'
                   MOVE BC-VALUE(1:7)
                     TO BD-ACCOUNT-NUMBER
               WHEN 'ACCOUNT-NAME'
                   MOVE BC-VALUE(1:30)
                     TO BD-ACCOUNT-NAME
               WHEN 'KEPT-BY'
                   MOVE BC-VALUE(1:3)
                     TO BD-KEPT-BY
               WHEN 'SINCE'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-SINCE
               WHEN 'METHOD'
                   MOVE BC-VALUE(1:8)
                     TO BD-METHOD
               WHEN 'ROLE'
                   MOVE BC-VALUE(1:12)
                     TO BD-ROLE
               WHEN 'COUNTED-TYPE'
                   MOVE BC-VALUE(1:4)
                     TO BD-COUNTED-TYPE
               WHEN 'CONTRACTS'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-CONTRACTS
               WHEN 'USERS'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-USERS
               WHEN 'TOKENS'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-TOKENS
               WHEN 'DEBITS'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-DEBITS
               WHEN 'DEBIT-YEN'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-DEBIT-YEN
               WHEN 'REFUNDS'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-REFUNDS
               WHEN 'REFUND-YEN'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-REFUND-YEN
               WHEN 'FROM-EVENT'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-FROM-EVENT
               WHEN 'TO-EVENT'
                   MOVE FUNCTION NUMVAL(BC-VALUE(1:18))
                     TO BD-TO-EVENT
               WHEN 'TEXT'
                   MOVE BC-VALUE(1:64)
                     TO BD-TEXT
               WHEN OTHER
                   DISPLAY 'BAD CARD ' BC-NAME
                   MOVE 16 TO RETURN-CODE
                   SET BD-END TO TRUE
           END-EVALUATE.
