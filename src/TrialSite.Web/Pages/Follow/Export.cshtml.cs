using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TrialSite.Alerts;
using TrialSite.Web.Http;

namespace TrialSite.Web.Pages.Follow;

/// <summary>All that is kept about a person, as a file for that person.</summary>
public sealed class ExportModel(ManagedSubscriptions managed) : PageModel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => await managed.Export(token, cancellationToken) is { } export
        ? File(JsonSerializer.SerializeToUtf8Bytes(export, Json), "application/json", "my-updates.json")
        // The page at that address says what to do next.
        : new SeeOther(Links.ManageBy(token));
}
