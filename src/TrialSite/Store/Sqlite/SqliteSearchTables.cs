namespace TrialSite.Store.Sqlite;

/// <summary>What the search keeps that Entity Framework does not know.</summary>
internal static class SqliteSearchTables
{
    public static IReadOnlyList<string> FullText { get; } = ["SearchNames", "SearchWords"];

    /// <summary>
    /// Without the texts themselves, which lie in the trials. The words come folded (<see cref="TrialSite.Search.SearchWords"/>), so the plainest and
    /// fastest of the tokenizers does; it takes what is not ASCII for letters, so the marks of <see cref="FtsText"/> are words of their own.
    /// </summary>
    public const string CreateWords = """
        CREATE VIRTUAL TABLE SearchWords USING fts5(Title, Conditions, Interventions, Sponsor, Places, Texts, Ids,
            content = '', contentless_delete = 1, tokenize = 'ascii');
        """;

    /// <summary>
    /// Names with the places of their words, for phrases and for the order of what is found; and all words, of long texts as well, of which only the trials
    /// are kept: walking them reads a fifth of the bytes. Both hold the marks of the conditions.
    /// </summary>
    public const string CreateNamesAndWords = """
        CREATE VIRTUAL TABLE SearchNames USING fts5(Title, Conditions, Interventions, Sponsor, Places, Ids,
            content = '', contentless_delete = 1, tokenize = 'ascii');
        CREATE VIRTUAL TABLE SearchWords USING fts5(Words,
            content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
        INSERT INTO SearchNames(SearchNames, rank) VALUES ('automerge', 8);
        INSERT INTO SearchNames(SearchNames, rank) VALUES ('crisismerge', 64);
        INSERT INTO SearchNames(SearchNames, rank) VALUES ('hashsize', 8388608);
        """;

    public const string DropNames = "DROP TABLE SearchNames;";

    /// <summary>It is made of the trials, and the next start makes it again.</summary>
    public const string ForgetIndex = """
        DELETE FROM SearchEntries;
        DELETE FROM KnownWords;
        DELETE FROM MedicineNames;
        UPDATE Catalogue SET IndexedGeneration = 0, SearchRevision = SearchRevision + 1;
        """;

    /// <summary>Merging 4 segments at a time, the default, writes each word six times in a first import of 600,000 trials: docs/search.md.</summary>
    public const string MergeLater = """
        INSERT INTO SearchWords(SearchWords, rank) VALUES ('automerge', 8);
        INSERT INTO SearchWords(SearchWords, rank) VALUES ('crisismerge', 64);
        INSERT INTO SearchWords(SearchWords, rank) VALUES ('hashsize', 8388608);
        """;

    public const string DropWords = "DROP TABLE SearchWords;";
}
