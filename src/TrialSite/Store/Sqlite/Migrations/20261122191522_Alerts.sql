ALTER TABLE "SignUps" ADD "LinkSeed" TEXT NULL;

ALTER TABLE "SignUps" ADD "TokenHash" TEXT NULL;

CREATE TABLE "CatalogueImports" (
    "Generation" INTEGER NOT NULL CONSTRAINT "PK_CatalogueImports" PRIMARY KEY,
    "TurnedAt" TEXT NOT NULL,
    "Changes" INTEGER NOT NULL,
    "People" INTEGER NULL,
    "State" TEXT NOT NULL
);

CREATE TABLE "Consents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Consents" PRIMARY KEY AUTOINCREMENT,
    "AddressHash" TEXT NOT NULL,
    "Act" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "Deliveries" (
    "SubscriberId" INTEGER NOT NULL,
    "ChangeId" INTEGER NOT NULL,
    "SubscriptionId" INTEGER NOT NULL,
    "DueAt" TEXT NOT NULL,
    "OutboxEmailId" INTEGER NULL,
    "SentAt" TEXT NULL,
    "SkippedBecause" TEXT NULL,
    CONSTRAINT "PK_Deliveries" PRIMARY KEY ("SubscriberId", "ChangeId")
);

CREATE TABLE "ManageLinks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ManageLinks" PRIMARY KEY AUTOINCREMENT,
    "AddressHash" TEXT NOT NULL,
    "AddressBlockHash" TEXT NOT NULL,
    "AskedAt" TEXT NOT NULL,
    "IsAnswered" INTEGER NOT NULL,
    "LinkSeed" TEXT NULL,
    "TokenHash" TEXT NULL
);

CREATE TABLE "OutboxEmails" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxEmails" PRIMARY KEY AUTOINCREMENT,
    "Kind" TEXT NOT NULL,
    "DedupeKey" TEXT NOT NULL,
    "SignUpId" INTEGER NULL,
    "ManageLinkId" INTEGER NULL,
    "SubscriberId" INTEGER NULL,
    "MailboxHash" TEXT NULL,
    "MessageId" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "NotBefore" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "LeaseOwner" TEXT NULL,
    "LeaseUntil" TEXT NULL,
    "Fence" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "UncertainCount" INTEGER NOT NULL,
    "SendStartedAt" TEXT NULL,
    "FinishedAt" TEXT NULL,
    "LastReply" TEXT NULL
);

CREATE TABLE "Subscribers" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Subscribers" PRIMARY KEY AUTOINCREMENT,
    "EncryptedAddress" TEXT NOT NULL,
    "AddressHash" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "ConfirmedAt" TEXT NOT NULL,
    "StoppedAt" TEXT NULL
);

CREATE TABLE "Suppressions" (
    "AddressHash" TEXT NOT NULL CONSTRAINT "PK_Suppressions" PRIMARY KEY,
    "Reason" TEXT NOT NULL,
    "Until" TEXT NULL
);

CREATE TABLE "Subscriptions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Subscriptions" PRIMARY KEY AUTOINCREMENT,
    "SubscriberId" INTEGER NOT NULL,
    "Topic" TEXT NOT NULL,
    "Frequency" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndedBecause" TEXT NULL,
    CONSTRAINT "FK_Subscriptions_Subscribers_SubscriberId" FOREIGN KEY ("SubscriberId") REFERENCES "Subscribers" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_SignUps_AddressBlockHash_ReceivedAt" ON "SignUps" ("AddressBlockHash", "ReceivedAt");

CREATE INDEX "IX_SignUps_State" ON "SignUps" ("State") WHERE State = 'Pending' AND TokenHash IS NULL;

CREATE UNIQUE INDEX "IX_SignUps_TokenHash" ON "SignUps" ("TokenHash");

CREATE INDEX "IX_CatalogueImports_State" ON "CatalogueImports" ("State") WHERE State = 'ToMatch';

CREATE INDEX "IX_Consents_AddressHash" ON "Consents" ("AddressHash");

CREATE INDEX "IX_Deliveries_DueAt_SubscriberId" ON "Deliveries" ("DueAt", "SubscriberId") WHERE OutboxEmailId IS NULL AND SkippedBecause IS NULL;

CREATE INDEX "IX_Deliveries_OutboxEmailId" ON "Deliveries" ("OutboxEmailId");

CREATE INDEX "IX_ManageLinks_AddressBlockHash_AskedAt" ON "ManageLinks" ("AddressBlockHash", "AskedAt");

CREATE INDEX "IX_ManageLinks_AddressHash" ON "ManageLinks" ("AddressHash");

CREATE INDEX "IX_ManageLinks_IsAnswered" ON "ManageLinks" ("IsAnswered") WHERE IsAnswered = 0;

CREATE UNIQUE INDEX "IX_ManageLinks_TokenHash" ON "ManageLinks" ("TokenHash");

CREATE UNIQUE INDEX "IX_OutboxEmails_DedupeKey" ON "OutboxEmails" ("DedupeKey");

CREATE INDEX "IX_OutboxEmails_FinishedAt" ON "OutboxEmails" ("FinishedAt") WHERE FinishedAt IS NOT NULL;

CREATE INDEX "IX_OutboxEmails_LeaseUntil" ON "OutboxEmails" ("LeaseUntil") WHERE State = 'Claimed';

CREATE INDEX "IX_OutboxEmails_MailboxHash_CreatedAt" ON "OutboxEmails" ("MailboxHash", "CreatedAt") WHERE MailboxHash IS NOT NULL;

CREATE INDEX "IX_OutboxEmails_NotBefore_Id" ON "OutboxEmails" ("NotBefore", "Id") WHERE State = 'Waiting';

CREATE INDEX "IX_OutboxEmails_SubscriberId" ON "OutboxEmails" ("SubscriberId");

CREATE UNIQUE INDEX "IX_Subscribers_AddressHash" ON "Subscribers" ("AddressHash");

CREATE INDEX "IX_Subscribers_StoppedAt" ON "Subscribers" ("StoppedAt") WHERE StoppedAt IS NOT NULL;

CREATE INDEX "IX_Subscriptions_EndedAt" ON "Subscriptions" ("EndedAt") WHERE EndedAt IS NOT NULL;

CREATE UNIQUE INDEX "IX_Subscriptions_SubscriberId_Topic" ON "Subscriptions" ("SubscriberId", "Topic") WHERE EndedAt IS NULL;

CREATE INDEX "IX_Subscriptions_Topic_SubscriberId_Id_Frequency_StartedAt" ON "Subscriptions" ("Topic", "SubscriberId", "Id", "Frequency", "StartedAt") WHERE EndedAt IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122191522_Alerts', '10.0.15');

