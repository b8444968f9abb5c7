using System.Globalization;
using TrialSite.Trials;

namespace TrialSite.Search;

public enum TrialSort
{
    Relevance,
    Newest,
    Changed,
    Nearest,
}

/// <summary>What is asked of the catalogue; all of it stands in the address of the page.</summary>
public sealed record TrialQuery
{
    public const int LongestText = 200;
    public const int LastPage = 100;

    /// <summary>The keys of the query string, in the order of the canonical address.</summary>
    public static readonly IReadOnlyList<string> Keys =
        ["q", "only", "condition", "status", "phase", "country", "age", "sex", "healthy", "read", "results", "near", "within", "sort", "page"];

    /// <summary>Those that may stand several times.</summary>
    public static readonly IReadOnlyList<string> KeysOfSeveral = ["status", "phase", "country"];

    public static readonly TrialQuery All = new();

    public string Text { get; init; } = "";

    /// <summary>Only what was typed, without other names of the same condition.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The slug of a condition.</summary>
    public string? Condition { get; init; }

    public ChosenSet<StatusChoice> Statuses { get; init; } = ChosenSet<StatusChoice>.None;
    public ChosenSet<PhaseChoice> Phases { get; init; } = ChosenSet<PhaseChoice>.None;

    /// <summary>Slugs of countries.</summary>
    public ChosenSet<string> Countries { get; init; } = ChosenSet<string>.None;

    /// <summary>In years.</summary>
    public int? Age { get; init; }

    public SexChoice? Sex { get; init; }
    public bool TakesHealthyVolunteers { get; init; }
    public bool HasRead { get; init; }
    public bool HasResults { get; init; }

    /// <summary>A place in words, or "lat,lon" rounded to 0.1 degree.</summary>
    public string? Near { get; init; }

    /// <summary>Kilometres; null for any distance.</summary>
    public int? Within { get; init; }

    public TrialSort? Sort { get; init; }
    public int Page { get; init; } = 1;

    public bool HasText => Text.Length > 0;

    /// <summary>Something is asked that not every trial fits.</summary>
    public bool IsNarrowed => this with { Sort = null, Page = 1 } != All;

    /// <summary>Never fails: a value that nobody offered is left out, as if it had not been asked.</summary>
    public static TrialQuery Parse(Func<string, IEnumerable<string?>> values)
    {
        var near = Line(Value("near"), 80);
        return new TrialQuery
        {
            Text = Line(Value("q"), LongestText) ?? "",
            IsLiteral = Value("only") == "1",
            Condition = Value("condition") is { } slug && Slug.IsSlug(slug) ? slug : null,
            Statuses = new(Each("status").Select(StatusChoice.Of).OfType<StatusChoice>()),
            Phases = new(Each("phase").Select(PhaseChoice.Of).OfType<PhaseChoice>()),
            Countries = new(Each("country").Where(Slug.IsSlug)),
            Age = Number(Value("age"), 0, 120),
            Sex = Value("sex") switch { "female" => SexChoice.Female, "male" => SexChoice.Male, _ => null },
            TakesHealthyVolunteers = Value("healthy") == "yes",
            HasRead = Value("read") == "yes",
            HasResults = Value("results") == "yes",
            Near = near,
            Within = near is null ? null : Value("within") is "any" ? null : Distances.Contains(Number(Value("within"), 1, 1000) ?? 0) ? Number(Value("within"), 1, 1000) : DefaultWithin,
            Sort = Value("sort") switch { "relevance" => TrialSort.Relevance, "newest" => TrialSort.Newest, "changed" => TrialSort.Changed, "nearest" when near is not null => TrialSort.Nearest, _ => null },
            Page = Number(Value("page"), 1, LastPage) ?? 1,
        }.Settled();

        string? Value(string key) => values(key).FirstOrDefault();

        IEnumerable<string> Each(string key) => values(key).OfType<string>().Take(20);
    }

    public const int DefaultWithin = 50;

    public static readonly IReadOnlyList<int> Distances = [10, 25, 50, 100, 250];

    /// <summary>The order in which the hits stand when none is chosen.</summary>
    public TrialSort Order => Sort ?? (HasText ? TrialSort.Relevance : Near is not null ? TrialSort.Nearest : TrialSort.Newest);

    /// <summary>The pairs of the canonical address, in one order whatever the order they were typed in.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        if (HasText)
            yield return new("q", Text);
        if (IsLiteral)
            yield return new("only", "1");
        if (Condition is not null)
            yield return new("condition", Condition);
        foreach (var status in Statuses)
            yield return new("status", status.Key);
        foreach (var phase in Phases)
            yield return new("phase", phase.Key);
        foreach (var country in Countries)
            yield return new("country", country);
        if (Age is { } age)
            yield return new("age", age.ToString(CultureInfo.InvariantCulture));
        if (Sex is { } sex)
            yield return new("sex", sex == SexChoice.Female ? "female" : "male");
        if (TakesHealthyVolunteers)
            yield return new("healthy", "yes");
        if (HasRead)
            yield return new("read", "yes");
        if (HasResults)
            yield return new("results", "yes");
        if (Near is not null)
        {
            yield return new("near", Near);
            if (Within != DefaultWithin)
                yield return new("within", Within?.ToString(CultureInfo.InvariantCulture) ?? "any");
        }
        if (Sort is { } sort)
            yield return new("sort", sort.ToString().ToLowerInvariant());
        if (Page > 1)
            yield return new("page", Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>One form for what means the same.</summary>
    private TrialQuery Settled()
    {
        var settled = HasText ? this : this with { IsLiteral = false, Sort = Sort == TrialSort.Relevance ? null : Sort };
        return settled.Sort == (settled with { Sort = null }).Order ? settled with { Sort = null } : settled;
    }

    private static string? Line(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) ? ' ' : letter));
        var line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= longest ? line : line[..longest].TrimEnd();
    }

    private static int? Number(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
