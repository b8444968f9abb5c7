namespace TrialSite.Search;

/// <summary>Where a word is looked for.</summary>
[Flags]
public enum WordsIn
{
    None = 0,
    Title = 1 << 0,
    Conditions = 1 << 1,
    Interventions = 1 << 2,
    Sponsor = 1 << 3,
    Places = 1 << 4,
    Main = Title | Conditions | Interventions,
    Names = Main | Sponsor | Places,

    /// <summary>Long texts as well; phrases are looked for in names alone.</summary>
    Anywhere = Names | 1 << 5,
}

/// <summary>A part of what is asked, met by any of its ways: the words that were typed, a condition that they name, other names of a medicine.</summary>
public sealed record SearchGroup(IReadOnlyList<TypedTerm> Terms, IReadOnlyList<int> ConditionIds, IReadOnlyList<TypedTerm> OtherNames)
{
    public SearchGroup(TypedTerm term)
        : this([term], [], [])
    {
    }

    public SearchGroup(NamedCondition condition)
        : this([], [condition.Id], [])
    {
    }

    public bool HasPhrase => Terms.Any(term => term.IsPhrase) || OtherNames.Any(name => name.IsPhrase);

    /// <summary>The ways that single words and conditions are.</summary>
    public SearchGroup WithoutPhrases() => new(Terms.Any(term => term.IsPhrase) ? [] : Terms, ConditionIds, [.. OtherNames.Where(name => !name.IsPhrase)]);

    /// <summary>The ways that <see cref="WithoutPhrases"/> leaves out.</summary>
    public SearchGroup PhrasesAlone() => new(Terms.Any(term => term.IsPhrase) ? Terms : [], [], [.. OtherNames.Where(name => name.IsPhrase)]);
}

/// <summary>What a row must hold to match: something of each group.</summary>
/// <param name="Groups">All of them must be met.</param>
/// <param name="Where">The texts in which the words may stand.</param>
/// <param name="WithConditions">False when only words count.</param>
public sealed record SearchMatch(IReadOnlyList<SearchGroup> Groups, WordsIn Where, bool WithConditions);
