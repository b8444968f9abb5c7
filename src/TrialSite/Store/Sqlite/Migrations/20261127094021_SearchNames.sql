DELETE FROM SearchEntries;
DELETE FROM KnownWords;
DELETE FROM MedicineNames;
UPDATE Catalogue SET IndexedGeneration = 0, SearchRevision = SearchRevision + 1;

DROP TABLE SearchWords;

CREATE VIRTUAL TABLE SearchNames USING fts5(Title, Conditions, Interventions, Sponsor, Places, Ids,
    content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE SearchWords USING fts5(Words,
    content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
INSERT INTO SearchNames(SearchNames, rank) VALUES ('automerge', 8);
INSERT INTO SearchNames(SearchNames, rank) VALUES ('crisismerge', 64);
INSERT INTO SearchNames(SearchNames, rank) VALUES ('hashsize', 8388608);

INSERT INTO SearchWords(SearchWords, rank) VALUES ('automerge', 8);
INSERT INTO SearchWords(SearchWords, rank) VALUES ('crisismerge', 64);
INSERT INTO SearchWords(SearchWords, rank) VALUES ('hashsize', 8388608);

ALTER TABLE "SearchEntries" ADD "StatusSeenOn" TEXT NOT NULL DEFAULT '0001-01-01';

ALTER TABLE "SearchEntries" ADD "Title" TEXT NOT NULL DEFAULT '';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127094021_SearchNames', '10.0.15');

