using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TrialSite.Trials;

namespace TrialSite.Alerts;

public enum TopicKind
{
    Trial,
    Condition,
}

/// <summary>What a person can follow: one trial or one condition.</summary>
public sealed record Topic
{
    private const string TrialPrefix = "trial:";
    private const string ConditionPrefix = "condition:";

    private Topic(TopicKind kind, string key) => (Kind, Key) = (kind, key);

    public TopicKind Kind { get; }

    /// <summary>An NCT ID or a condition's slug.</summary>
    public string Key { get; }

    public static Topic Of(NctId nctId) => new(TopicKind.Trial, nctId.Value);

    public static Topic Of(Condition condition) => new(TopicKind.Condition, condition.Slug);

    public static Topic Of(ListedCondition condition) => new(TopicKind.Condition, condition.Slug);

    public static Topic Of(LayName condition) => new(TopicKind.Condition, condition.Slug);

    /// <summary>The condition page that the name leads to, in whatever spelling.</summary>
    public static Topic OfConditionNamed(string name) => new(TopicKind.Condition, Slug.From(ConditionNaming.PlainName(name)));

    public static bool TryParse(string? text, [NotNullWhen(true)] out Topic? topic)
    {
        topic = null;
        if (text is null)
            return false;
        if (text.StartsWith(TrialPrefix, StringComparison.Ordinal) && NctId.TryParse(text[TrialPrefix.Length..], out var nctId))
            topic = Of(nctId);
        else if (text.StartsWith(ConditionPrefix, StringComparison.Ordinal) && Slug.IsSlug(text[ConditionPrefix.Length..]))
            topic = new(TopicKind.Condition, text[ConditionPrefix.Length..]);
        return topic is not null;
    }

    public override string ToString() => (Kind == TopicKind.Trial ? TrialPrefix : ConditionPrefix) + Key;

    /// <summary>Stored as its text.</summary>
    internal sealed class Converter() : ValueConverter<Topic, string>(topic => topic.ToString(), text => FromStored(text));

    private static Topic FromStored(string text) => TryParse(text, out var topic) ? topic : throw new FormatException($"The store holds {text}, which is no topic.");
}
