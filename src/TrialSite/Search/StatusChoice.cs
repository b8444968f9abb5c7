using TrialSite.Trials;

namespace TrialSite.Search;

/// <summary>A status by which trials can be chosen: one of the registry's, or that none is stated.</summary>
public sealed record StatusChoice
{
    public static readonly StatusChoice NotStated = new("not-stated", "Not stated", null, 0);

    /// <summary>Its place in the list is its code in the index; 0 is "not stated".</summary>
    public static IReadOnlyList<StatusChoice> All { get; } =
        [NotStated, .. RecruitmentStatus.All.Select((status, index) => new StatusChoice(KeyOf(status.RegistryWord), status.Adjective, status, index + 1))];

    /// <summary>As a reader meets them: "not stated" stands last.</summary>
    public static IReadOnlyList<StatusChoice> InReadingOrder { get; } = [.. All.Skip(1), NotStated];

    private static readonly Dictionary<string, StatusChoice> ByKey = All.ToDictionary(choice => choice.Key);
    private static readonly Dictionary<string, StatusChoice> ByWord = All.Where(choice => choice.Status is not null).ToDictionary(choice => choice.Status!.RegistryWord);

    private StatusChoice(string key, string name, RecruitmentStatus? status, int code) => (Key, Name, Status, Code) = (key, name, status, (byte)code);

    /// <summary>As it stands in an address: <c>active-not-recruiting</c>.</summary>
    public string Key { get; }

    public string Name { get; }
    public RecruitmentStatus? Status { get; }
    public byte Code { get; }
    public bool IsOpen => Status?.IsOpen == true;

    public static StatusChoice? Of(string? key) => ByKey.GetValueOrDefault(key ?? "");

    /// <summary>A word nobody knows yet is not stated.</summary>
    public static StatusChoice OfWord(string? registryWord) => ByWord.GetValueOrDefault(registryWord ?? "", NotStated);

    public override string ToString() => Key;

    private static string KeyOf(string registryWord) => registryWord.ToLowerInvariant().Replace('_', '-');
}
