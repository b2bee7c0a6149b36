      * ------------------------------------------------------------
      * ICHATQ  ACTIVATE REQUEST: THE APP ASKS FOR THE SEED. AFTER
      * ICHHDR.
      * RECORD LENGTH 1920, TYPE ACTV, KIND Q, APP QUEUE.
      * ------------------------------------------------------------
       05  ICH-ACTIVATE-REQUEST.
           10  ICH-SERVICE-ID                 PIC X(8).
           10  ICH-ACTIVATION-USER-ID         PIC X(16).
      * PASSWORD, COLON, HASH OF THE APP KEY, ENCRYPTED, BASE64.
           10  ICH-PASSWORD                   PIC X(512).
      * SUBJECTPUBLICKEYINFO OF THE APP ONE-TIME RSA KEY, BASE64.
           10  ICH-APP-KEY                    PIC X(800).
      * THE APP NAME FOR THE DEVICE.
           10  ICH-DEVICE                     PIC X(64).
           10  ICH-DEVICE-CLASS               PIC X(16).
               88  ICH-ON-SMARTPHONE          VALUE 'SMARTPHONE'.
               88  ICH-ON-FEATURE-PHONE       VALUE 'FEATURE_PHONE'.
      * VERSION OF THE TERMS AGREED TO; SPACES: NOT AGREED.
           10  ICH-TERMS                      PIC X(16).
      * THE ADDITION TO THE NAME: UTF-8 AS BASE64, FULL WIDTH ALLOWED.
      * SPACES KEEP THE DEFAULT.
           10  ICH-NAME                       PIC X(160).
           10  FILLER                         PIC X(72).
