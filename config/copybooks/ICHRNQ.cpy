      * ------------------------------------------------------------
      * ICHRNQ  RENAME REQUEST, BODY AFTER ICHHDR.
      * RECORD LENGTH 512, TYPE RENM, KIND Q, APP QUEUE.
      * ------------------------------------------------------------
       05  ICH-RENAME-REQUEST.
           10  ICH-SERVICE-ID                 PIC X(8).
           10  ICH-ACTIVATION-USER-ID         PIC X(16).
      * THE ADDITION TO THE NAME: UTF-8 AS BASE64, FULL WIDTH ALLOWED.
      * SPACES KEEP THE DEFAULT.
           10  ICH-NAME                       PIC X(160).
           10  FILLER                         PIC X(72).
