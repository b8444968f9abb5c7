namespace TrialSite;

/// <summary>The settings under <c>Registry</c>.</summary>
public sealed class RegistryOptions
{
    /// <summary>Where the registry's API v2 answers.</summary>
    public string ApiBaseUrl { get; set; } = "https://clinicaltrials.gov/api/v2/";

    /// <summary>What is wrong with the settings and how to mend it; null when they are right.</summary>
    public string? Fault() =>
        Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url is { Query: "", Fragment: "", UserInfo: "" }
            ? null
            : "Registry:ApiBaseUrl must be an address that begins with https://, for example https://clinicaltrials.gov/api/v2/ (http:// only on this machine). Set it, or leave it out.";
}
