namespace TrialSite.Web.Http;

/// <summary>The query keys that a page knows; every other key leads to the address without it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class QueryKeysAttribute(params string[] keys) : Attribute
{
    public IReadOnlyList<string> Keys { get; } = keys;

    /// <summary>Those of them that may stand several times.</summary>
    public string[] Several { get; init; } = [];
}
