using TrialSite.Trials;

namespace TrialSite.Store.Sqlite;

/// <summary>Keeps which conditions there are, what they are called and what they are kinds of, within the transaction of the trials that say so.</summary>
/// <remarks>It knows no more than its own transaction told it: what another one takes back is never believed. What is there already costs a look each chunk and no write.</remarks>
internal sealed class SqliteConditionRegister : IDisposable
{
    private readonly SqliteCommands commands;
    private readonly Dictionary<string, int> ids = [];
    private readonly HashSet<(int ConditionId, SpellingKind Kind, string Name)> spellings = [];
    private readonly HashSet<(int ConditionId, int BroaderId)> broader = [];
    private readonly HashSet<int> named = [];
    private readonly SqliteStatement find;
    private readonly SqliteStatement add;
    private readonly SqliteStatement giveMeshId;
    private readonly SqliteStatement addSpelling;
    private readonly SqliteStatement addBroader;

    public SqliteConditionRegister(TrialDbContext db)
    {
        commands = new(db);
        find = commands.Prepare("SELECT Id FROM Conditions WHERE Slug = ?1");
        add = commands.Prepare("INSERT INTO Conditions(Slug, Name, MeshId) VALUES (?1, ?2, ?3)");
        giveMeshId = commands.Prepare("UPDATE Conditions SET MeshId = ?2 WHERE Id = ?1 AND MeshId IS NULL");
        addSpelling = commands.Prepare("INSERT INTO ConditionSpellings(ConditionId, Key, Name, Kind) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
        addBroader = commands.Prepare("INSERT INTO BroaderConditions(ConditionId, BroaderId) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
    }

    /// <summary>Adds what a trial says that is new.</summary>
    /// <returns>The ids of the conditions under which it is listed, the primary one first, and those of broader ones.</returns>
    public (List<int> Own, List<int> Broader) Put(IReadOnlyList<ConditionMention> mentions)
    {
        foreach (var mention in mentions)
            Put(mention);
        foreach (var (slug, above) in TrialConditions.PairsIn(mentions))
            PutBroader(ids[slug], ids[above]);
        var listed = mentions.DistinctBy(mention => mention.Slug).ToLookup(mention => mention.IsBroader, mention => ids[mention.Slug]);
        return ([.. listed[false]], [.. listed[true]]);
    }

    public void Dispose() => commands.Dispose();

    private void Put(ConditionMention mention)
    {
        if (!ids.TryGetValue(mention.Slug, out var id))
            ids[mention.Slug] = id = (int)(find.Scalar(mention.Slug) ?? add.Add(mention.Slug, mention.Name, mention.MeshId));
        if (mention.MeshId is not null && named.Add(id))
            giveMeshId.Run(id, mention.MeshId);
        PutSpelling(id, mention.Spelling, mention.Kind);
        if (mention.Spelling != mention.Name)
            PutSpelling(id, mention.Name, SpellingKind.Plain);
        if (LayNames.Ours.BySlug(mention.Slug) is { } row && spellings.Add((id, SpellingKind.Lay, "")))
            PutNames(id, row);
    }

    private void PutNames(int id, LayName row)
    {
        foreach (var name in row.MeshNames)
            PutSpelling(id, name, SpellingKind.Mesh);
        foreach (var name in row.OtherNames)
            PutSpelling(id, name, SpellingKind.Lay);
    }

    private void PutSpelling(int id, string name, SpellingKind kind)
    {
        if (spellings.Add((id, kind, name)))
            addSpelling.Run(id, ConditionSpelling.KeyOf(name), name, kind.ToString());
    }

    private void PutBroader(int id, int broaderId)
    {
        if (id != broaderId && broader.Add((id, broaderId)))
            addBroader.Run(id, broaderId);
    }
}
