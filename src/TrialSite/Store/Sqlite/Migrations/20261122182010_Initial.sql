CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "Catalogue" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Catalogue" PRIMARY KEY,
    "Generation" INTEGER NOT NULL
);

CREATE TABLE "Conditions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Conditions" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL
);

CREATE TABLE "SignUps" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SignUps" PRIMARY KEY AUTOINCREMENT,
    "EncryptedAddress" TEXT NOT NULL,
    "AddressHash" TEXT NOT NULL,
    "Topics" TEXT NOT NULL,
    "Frequency" TEXT NOT NULL,
    "ConsentVersion" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "AddressBlockHash" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL
);

CREATE TABLE "TrialChanges" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_TrialChanges" PRIMARY KEY AUTOINCREMENT,
    "NctId" TEXT NOT NULL,
    "FromVersion" INTEGER NOT NULL,
    "ToVersion" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Level" INTEGER NOT NULL,
    "Differences" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL,
    "Generation" INTEGER NOT NULL
);

CREATE TABLE "Trials" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Trials" PRIMARY KEY AUTOINCREMENT,
    "NctId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "FromGeneration" INTEGER NOT NULL,
    "UntilGeneration" INTEGER NOT NULL,
    "IsListed" INTEGER NOT NULL,
    "FirstSeen" TEXT NOT NULL,
    "LastUpdated" TEXT NOT NULL,
    "LocationsSeenOn" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Editorial" TEXT NOT NULL,
    "Seed_ContentHash" TEXT NOT NULL,
    "Seed_FileName" TEXT NOT NULL,
    "Seed_FirstSeen" TEXT NULL,
    "Seed_LastUpdated" TEXT NULL
);

CREATE TABLE "TrialConditions" (
    "TrialId" INTEGER NOT NULL,
    "ConditionId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_TrialConditions" PRIMARY KEY ("TrialId", "ConditionId"),
    CONSTRAINT "FK_TrialConditions_Conditions_ConditionId" FOREIGN KEY ("ConditionId") REFERENCES "Conditions" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_TrialConditions_Trials_TrialId" FOREIGN KEY ("TrialId") REFERENCES "Trials" ("Id") ON DELETE CASCADE
);

INSERT INTO "Catalogue" ("Id", "Generation")
VALUES (1, 0);
SELECT changes();


CREATE UNIQUE INDEX "IX_Conditions_Slug" ON "Conditions" ("Slug");

CREATE INDEX "IX_SignUps_AddressHash" ON "SignUps" ("AddressHash");

CREATE INDEX "IX_SignUps_ReceivedAt" ON "SignUps" ("ReceivedAt");

CREATE INDEX "IX_TrialChanges_Generation" ON "TrialChanges" ("Generation");

CREATE UNIQUE INDEX "IX_TrialChanges_NctId_ToVersion" ON "TrialChanges" ("NctId", "ToVersion");

CREATE INDEX "IX_TrialConditions_ConditionId" ON "TrialConditions" ("ConditionId");

CREATE INDEX "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration" ON "Trials" ("FirstSeen", "NctId", "IsListed", "FromGeneration", "UntilGeneration");

CREATE INDEX "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration" ON "Trials" ("LastUpdated", "NctId", "FirstSeen", "IsListed", "FromGeneration", "UntilGeneration");

CREATE UNIQUE INDEX "IX_Trials_NctId_Version" ON "Trials" ("NctId", "Version");

CREATE INDEX "IX_Trials_UntilGeneration" ON "Trials" ("UntilGeneration") WHERE UntilGeneration < 9223372036854775807;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122182010_Initial', '10.0.15');

