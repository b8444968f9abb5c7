using TrialSite.Trials;

namespace TrialSite.Web.Http;

/// <summary>Addresses as other sites write them lead to ours: <c>/study/NCT06904755</c>, <c>/studies/some-words-nct06904755</c>.</summary>
internal static class RegistryRedirects
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRegistryRedirects(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/study/{**rest}", ReadMethods, ToTrial).ExcludeFromDescription();
        app.MapMethods("/studies/{**rest}", ReadMethods, ToTrial).ExcludeFromDescription();
    }

    private static IResult ToTrial(string? rest) => NctId.TryFind(rest, out var nctId) ? Results.Redirect(Links.Trial(nctId), permanent: true) : Results.NotFound();
}
