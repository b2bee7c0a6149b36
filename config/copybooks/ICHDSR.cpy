      * ------------------------------------------------------------
      * ICHDSR  DESCRIBE REPLY, BODY AFTER ICHHDR.
      * RECORD LENGTH 640, TYPE DESC, KIND R.
      * FOR OPERATORS ONLY: NEVER SHOW A CAUSE TO WHO TYPES CODES.
      * A TIME OF ZEROS MEANS NONE.
      * ------------------------------------------------------------
       05  ICH-DESCRIBE-REPLY.
      * WHEN IT WAS SO.
           10  ICH-AS-OF                      PIC 9(17).
      * N: THE USER NEVER HAD A TOKEN; THE TOKEN FIELDS ARE BLANK.
           10  ICH-TOKEN-FOUND                PIC X(1).
               88  ICH-HAS-TOKEN              VALUE 'Y'.
               88  ICH-NEVER-HAD-TOKEN        VALUE 'N'.
           10  ICH-TOKEN-ID                   PIC X(36).
           10  ICH-TOKEN-KIND                 PIC X(4).
               88  ICH-SOFT                   VALUE 'SOFT'.
               88  ICH-HARD                   VALUE 'HARD'.
           10  ICH-TOKEN-STATE                PIC X(12).
               88  ICH-ISSUED                 VALUE 'ISSUED'.
               88  ICH-INITIALISED            VALUE 'INITIALISED'.
               88  ICH-ACTIVE                 VALUE 'ACTIVE'.
               88  ICH-REVOKED                VALUE 'REVOKED'.
               88  ICH-CANCELLED              VALUE 'CANCELLED'.
           10  ICH-REGISTERED-AT              PIC 9(17).
      * THE FIRST INSTANT AT WHICH ITS CODES ARE REFUSED.
           10  ICH-EXPIRES-AT                 PIC 9(17).
           10  ICH-LOCKED                     PIC X(1).
               88  ICH-IS-LOCKED              VALUE 'Y'.
               88  ICH-IS-NOT-LOCKED          VALUE 'N'.
           10  ICH-LOCKED-SINCE               PIC 9(17).
      * ZEROS WHILE LOCKED: ONLY A PERSON CAN UNLOCK.
           10  ICH-LOCKED-UNTIL               PIC 9(17).
      * CONSECUTIVE, SINCE THE LAST SUCCESS OR UNLOCK.
           10  ICH-FAILURES                   PIC 9(4).
      * THE START OF THE NEWEST TIME STEP ACCEPTED.
           10  ICH-LAST-ACCEPTED-STEP         PIC 9(17).
      * THE LAST CODE PRESENTED, RIGHT OR WRONG.
           10  ICH-LAST-ATTEMPT-AT            PIC 9(17).
           10  ICH-LAST-VERDICT               PIC X(16).
               88  ICH-LAST-ACCEPTED          VALUE 'ACCEPTED'.
               88  ICH-LAST-REFUSED           VALUE 'REFUSED'.
           10  ICH-LAST-CAUSE                 PIC X(16).
               88  ICH-CAUSE-INVALID          VALUE 'INVALID'.
               88  ICH-CAUSE-USED             VALUE 'USED'.
               88  ICH-CAUSE-STALE            VALUE 'STALE'.
               88  ICH-CAUSE-EXPIRED          VALUE 'EXPIRED'.
               88  ICH-CAUSE-LOCKED           VALUE 'LOCKED'.
               88  ICH-CAUSE-SUSPENDED        VALUE 'SUSPENDED'.
               88  ICH-CAUSE-REVOKED          VALUE 'REVOKED'.
               88  ICH-CAUSE-NOT-ELIGIBLE     VALUE 'NOT_ELIGIBLE'.
      * BY THE BANK, APART FROM A LOCK.
           10  ICH-SUSPENDED                  PIC X(1).
               88  ICH-IS-SUSPENDED           VALUE 'Y'.
               88  ICH-IS-NOT-SUSPENDED       VALUE 'N'.
           10  ICH-SUSPENDED-SINCE            PIC 9(17).
      * THE OPERATOR REASON OF THE SUSPENSION.
           10  ICH-SUSPENDED-FOR              PIC X(8).
      * OF THE MAIL WITH THE ACTIVATION PAIR.
           10  ICH-MAIL-STATE                 PIC X(8).
               88  ICH-MAIL-WAITING           VALUE 'WAITING'.
               88  ICH-MAIL-SENT              VALUE 'SENT'.
               88  ICH-MAIL-FAILED            VALUE 'FAILED'.
      * BY WHEN TO CONFIRM AN ENROLMENT THAT IS UNDER WAY.
           10  ICH-ENROL-UNTIL                PIC 9(17).
           10  ICH-DEVICE-CLASS               PIC X(16).
               88  ICH-ON-SMARTPHONE          VALUE 'SMARTPHONE'.
               88  ICH-ON-FEATURE-PHONE       VALUE 'FEATURE_PHONE'.
      * OF THE USER AND THE CONTRACT; SPACES: NOT KNOWN TO US.
           10  ICH-ROLE                       PIC X(12).
               88  ICH-IS-MASTER              VALUE 'MASTER'.
               88  ICH-IS-SUB-ADMIN           VALUE 'SUB_ADMIN'.
               88  ICH-IS-GENERAL             VALUE 'GENERAL'.
           10  ICH-CONTRACT-METHOD            PIC X(8).
               88  ICH-METHOD-NONE            VALUE 'NONE'.
               88  ICH-METHOD-SOFT            VALUE 'SOFT'.
               88  ICH-METHOD-HARD            VALUE 'HARD'.
               88  ICH-METHOD-TXN-AUTH        VALUE 'TXN_AUTH'.
      * WHEN THE USER CAN HAVE ANOTHER TOKEN AFTER A REVOCATION.
           10  ICH-COOLDOWN-UNTIL             PIC 9(17).
           10  FILLER                         PIC X(71).
