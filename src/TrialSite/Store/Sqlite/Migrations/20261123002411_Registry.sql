DROP TABLE "TrialConditions";

DROP INDEX "IX_Trials_FirstSeen_NctId_IsListed_FromGeneration_UntilGeneration";

DROP INDEX "IX_Trials_LastUpdated_NctId_FirstSeen_IsListed_FromGeneration_UntilGeneration";

ALTER TABLE "Trials" ADD "ContentHash" TEXT NULL;

ALTER TABLE "Trials" ADD "EditorialBasis" TEXT NULL;

ALTER TABLE "Trials" ADD "HasSeed" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Trials" ADD "IsInRegistry" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Trials" ADD "Registry" TEXT NULL;

ALTER TABLE "Trials" ADD "SourceHash" TEXT NULL;

ALTER TABLE "Conditions" ADD "MeshId" TEXT NULL;

ALTER TABLE "CatalogueImports" ADD "IsFirst" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "CatalogueImports" ADD "LastGeneration" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Catalogue" ADD "IndexedGeneration" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Catalogue" ADD "SearchRevision" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "BroaderConditions" (
    "ConditionId" INTEGER NOT NULL,
    "BroaderId" INTEGER NOT NULL,
    CONSTRAINT "PK_BroaderConditions" PRIMARY KEY ("ConditionId", "BroaderId")
);

CREATE TABLE "ConditionSpellings" (
    "ConditionId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    CONSTRAINT "PK_ConditionSpellings" PRIMARY KEY ("Key", "ConditionId", "Kind", "Name")
);

CREATE TABLE "Countries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Countries" PRIMARY KEY AUTOINCREMENT,
    "Slug" TEXT NOT NULL,
    "Name" TEXT NOT NULL
);

CREATE TABLE "KnownWords" (
    "Word" TEXT NOT NULL CONSTRAINT "PK_KnownWords" PRIMARY KEY,
    "Count" INTEGER NOT NULL
);

CREATE TABLE "MedicineNames" (
    "Key" TEXT NOT NULL,
    "OtherKey" TEXT NOT NULL,
    "OtherName" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_MedicineNames" PRIMARY KEY ("Key", "OtherKey")
);

CREATE TABLE "SearchEntries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchEntries" PRIMARY KEY,
    "Revision" INTEGER NOT NULL,
    "NctNumber" INTEGER NOT NULL,
    "Status" INTEGER NOT NULL,
    "Phases" INTEGER NOT NULL,
    "Marks" INTEGER NOT NULL,
    "YoungestDay" INTEGER NOT NULL,
    "OldestDay" INTEGER NOT NULL,
    "FirstSeen" TEXT NOT NULL,
    "LastUpdated" TEXT NOT NULL,
    "Conditions" BLOB NOT NULL,
    "BroaderConditions" BLOB NOT NULL,
    "Countries" BLOB NOT NULL,
    "Points" BLOB NOT NULL,
    "PlaceNames" TEXT NOT NULL
);

CREATE TABLE "TrialAliases" (
    "Alias" TEXT NOT NULL CONSTRAINT "PK_TrialAliases" PRIMARY KEY,
    "NctId" TEXT NOT NULL
);

UPDATE "Catalogue" SET "IndexedGeneration" = 0, "SearchRevision" = 0
WHERE "Id" = 1;
SELECT changes();


CREATE INDEX "IX_Trials_FromGeneration" ON "Trials" ("FromGeneration");

CREATE INDEX "IX_Trials_HasSeed" ON "Trials" ("HasSeed") WHERE HasSeed;

CREATE INDEX "IX_Trials_SourceHash_NctId_IsInRegistry_UntilGeneration" ON "Trials" ("SourceHash", "NctId", "IsInRegistry", "UntilGeneration") WHERE IsInRegistry AND UntilGeneration = 9223372036854775807;

CREATE INDEX "IX_BroaderConditions_BroaderId" ON "BroaderConditions" ("BroaderId");

CREATE INDEX "IX_ConditionSpellings_ConditionId" ON "ConditionSpellings" ("ConditionId");

CREATE UNIQUE INDEX "IX_Countries_Slug" ON "Countries" ("Slug");

CREATE UNIQUE INDEX "IX_SearchEntries_NctNumber" ON "SearchEntries" ("NctNumber");

CREATE INDEX "IX_SearchEntries_Revision" ON "SearchEntries" ("Revision");

UPDATE Trials SET HasSeed = IsListed;

UPDATE CatalogueImports SET LastGeneration = Generation, IsFirst = State = 'Silent';

CREATE VIRTUAL TABLE SearchWords USING fts5(Title, Conditions, Interventions, Sponsor, Places, Texts, Ids,
    content = '', contentless_delete = 1, tokenize = 'ascii');

INSERT INTO SearchWords(SearchWords, rank) VALUES ('automerge', 8);
INSERT INTO SearchWords(SearchWords, rank) VALUES ('crisismerge', 64);
INSERT INTO SearchWords(SearchWords, rank) VALUES ('hashsize', 8388608);

CREATE TABLE "ef_temp_Trials" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Trials" PRIMARY KEY AUTOINCREMENT,
    "ContentHash" TEXT NULL,
    "EditorialBasis" TEXT NULL,
    "FirstSeen" TEXT NOT NULL,
    "FromGeneration" INTEGER NOT NULL,
    "HasSeed" INTEGER NOT NULL,
    "IsInRegistry" INTEGER NOT NULL,
    "IsListed" INTEGER NOT NULL,
    "LastUpdated" TEXT NOT NULL,
    "LocationsSeenOn" TEXT NOT NULL,
    "NctId" TEXT NOT NULL,
    "Seed_ContentHash" TEXT NULL,
    "Seed_FileName" TEXT NULL,
    "Seed_FirstSeen" TEXT NULL,
    "Seed_LastUpdated" TEXT NULL,
    "SourceHash" TEXT NULL,
    "Title" TEXT NOT NULL,
    "UntilGeneration" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Editorial" TEXT NULL,
    "Registry" TEXT NULL
);

INSERT INTO "ef_temp_Trials" ("Id", "ContentHash", "Editorial", "EditorialBasis", "FirstSeen", "FromGeneration", "HasSeed", "IsInRegistry", "IsListed", "LastUpdated", "LocationsSeenOn", "NctId", "Registry", "Seed_ContentHash", "Seed_FileName", "Seed_FirstSeen", "Seed_LastUpdated", "SourceHash", "Title", "UntilGeneration", "Version")
SELECT "Id", "ContentHash", "Editorial", "EditorialBasis", "FirstSeen", "FromGeneration", "HasSeed", "IsInRegistry", "IsListed", "LastUpdated", "LocationsSeenOn", "NctId", "Registry", "Seed_ContentHash", "Seed_FileName", "Seed_FirstSeen", "Seed_LastUpdated", "SourceHash", "Title", "UntilGeneration", "Version"
FROM "Trials";

PRAGMA foreign_keys = 0;

DROP TABLE "Trials";

ALTER TABLE "ef_temp_Trials" RENAME TO "Trials";

PRAGMA foreign_keys = 1;

CREATE INDEX "IX_Trials_FromGeneration" ON "Trials" ("FromGeneration");

CREATE INDEX "IX_Trials_HasSeed" ON "Trials" ("HasSeed") WHERE HasSeed;

CREATE UNIQUE INDEX "IX_Trials_NctId_Version" ON "Trials" ("NctId", "Version");

CREATE INDEX "IX_Trials_SourceHash_NctId_IsInRegistry_UntilGeneration" ON "Trials" ("SourceHash", "NctId", "IsInRegistry", "UntilGeneration") WHERE IsInRegistry AND UntilGeneration = 9223372036854775807;

CREATE INDEX "IX_Trials_UntilGeneration" ON "Trials" ("UntilGeneration") WHERE UntilGeneration < 9223372036854775807;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123002411_Registry', '10.0.15');

