using System.Text.Json;

namespace TrialSite.Registry;

/// <summary>What can be wrong with a file of the registry's records; docs/registry-records.md lists them.</summary>
internal static class RegistryFaults
{
    public static RegistryFault IsEmpty() => new("TR001", "nothing", "records of API v2 as JSON");

    public static RegistryFault IsNoText() => new("TR002", "bytes that are no text", "JSON in UTF-8, gzip of it, or a zip");

    public static RegistryFault IsUtf16() => new("TR003", "UTF-16", "UTF-8");

    public static RegistryFault IsDamaged(string why) => new("TR004", $"compressed bytes that are damaged or cut off ({why})", "a whole file; what came before is read");

    public static RegistryFault CannotBeRead(string why) => new("TR005", $"a file that cannot be read ({why})", "a readable file");

    public static RegistryFault HasNoFile() => new("TR006", "a folder or a zip without a file", "files with records");

    /// <summary>The serializer names a path when the JSON is whole and a value is not what the study has there.</summary>
    public static RegistryFault Of(JsonException e) => e.Path is { } path && e.Message.Contains("could not be converted", StringComparison.Ordinal)
        ? new("TR012", $"a value of another kind at {path}", "what API v2 has there")
        : IsBroken(e.Message.Split([" Path:", " LineNumber:"], StringSplitOptions.None)[0].TrimEnd('.'), e.LineNumber ?? 0);

    public static RegistryFault IsBroken(string why, long linesBelow = 0) =>
        new("TR010", $"broken JSON ({why}{(linesBelow > 0 ? $", {linesBelow} lines below" : "")})", "a whole study");

    public static RegistryFault IsTooLarge(long bytes) => new("TR011", "a record that does not end", $"at most {bytes:N0} bytes");

    public static RegistryFault HasNoNctId() => new("TR013", "no protocolSection.identificationModule.nctId", "a study with its NCT ID");

    public static RegistryFault HasInvalidNctId(string text) => new("TR014", $"the NCT ID {Short(text)}", "NCT and 8 digits");

    public static RegistryFault GivesNoPage(string why) => new("TR030", $"a registry that gives no page ({why})", "a page of API v2; what came before is read");

    public static RegistryFault PagesDoNotEnd() => new("TR031", "pages that lead nowhere", "a last page; what came before is read");

    public static RegistryFault PagesAreMissing(long found, long announced) => new("TR032", $"{found:N0} records", $"{announced:N0}, as the registry had announced");

    public static RegistryFault DateNotReadable(string path, string text) => Warning("TR020", $"the date {Short(text)} at {path}", "yyyy-MM or yyyy-MM-dd");

    public static RegistryFault AliasNotReadable(string text) => Warning("TR021", $"the alias {Short(text)}", "NCT and 8 digits");

    private static RegistryFault Warning(string code, string found, string expected) => new(code, found, expected, LosesRecord: false);

    /// <summary>Any text may hold a contact detail or a line end.</summary>
    private static string Short(string text) => RegistryText.Line(text) is { Length: > 0 } line ? $"\"{(line.Length > 30 ? line[..30] + "..." : line)}\"" : "\"\"";
}
