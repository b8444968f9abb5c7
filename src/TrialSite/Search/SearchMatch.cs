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
    Texts = 1 << 5,
    Main = Title | Conditions | Interventions,
    Anywhere = Main | Sponsor | Places | Texts,
}

/// <summary>How near a condition must be to what the trial is about.</summary>
public enum ConditionRank
{
    Primary,
    Own,
    OwnOrBroader,
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
}

/// <summary>What a row must hold to match: something of each group.</summary>
/// <param name="Groups">All of them must be met.</param>
/// <param name="Where">The texts in which the words may stand; none when only conditions count.</param>
/// <param name="Conditions">Null when no condition counts here, only words.</param>
public sealed record SearchMatch(IReadOnlyList<SearchGroup> Groups, WordsIn Where, ConditionRank? Conditions);
