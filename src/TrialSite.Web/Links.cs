using TrialSite.Search;
using TrialSite.Trials;
using TrialSite.Web.Pages.Find;

namespace TrialSite.Web;

/// <summary>Every address of the site, and the one of the registry.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Trials = "/trials";
    public const string Find = "/find";
    public const string Conditions = "/conditions";
    public const string Follow = "/follow";
    public const string CheckYourEmail = "/follow/check-your-email";
    public const string Manage = "/follow/manage";
    public const string CheckYourEmailToManage = "/follow/manage/check-your-email";
    public const string Stops = "/follow/stop";
    public const string Terms = "/terms";
    public const string Privacy = "/privacy";
    public const string Safety = "/safety";
    public const string About = "/about";
    public const string Glossary = "/glossary";

    public const string Suggestions = "/suggestions";

    public const string SiteFeed = "/feeds/trials.atom";
    public const string SearchFeed = "/feeds/search.atom";
    public const string Sitemap = "/sitemap.xml";
    public const string Robots = "/robots.txt";
    public const string SecurityText = "/.well-known/security.txt";

    public const string ApiTrials = "/api/v1/trials";
    public const string ApiConditions = "/api/v1/conditions";

    /// <summary>All that is asked stands in the address.</summary>
    public static string Search(TrialQuery query) => Trials + QueryOf(query);

    /// <summary>The newest that the search finds, whatever page it is at.</summary>
    public static string FeedOf(TrialQuery query) => SearchFeed + QueryOf(query with { Page = 1 });

    /// <summary>A question with the answers so far; <paramref name="then"/> is asked after it when it is not the next one.</summary>
    public static string FindAt(FindQuestion ask, TrialQuery answers, FindQuestion? then = null) =>
        Find + QueryString.Create(FindAnswers.Pairs(ask, answers, then).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).ToUriComponent();

    public static string Trial(NctId nctId) => $"{Trials}/{nctId}";

    public static string History(NctId nctId) => $"{Trial(nctId)}/history";

    public static string Condition(string slug) => $"{Conditions}/{slug}";

    public static string ConditionFeed(string slug) => $"/feeds/conditions/{slug}.atom";

    public static string TrialFeed(NctId nctId) => $"/feeds/trials/{nctId}.atom";

    public static string ApiTrial(NctId nctId) => $"{ApiTrials}/{nctId}";

    public static string ApiCondition(string slug) => $"{ApiConditions}/{slug}";

    public static string SitemapFile(string name) => $"/sitemaps/{name}.xml";

    public static string ConditionAfter(string slug, ListCursor after) => $"{Condition(slug)}?after={after}";

    public static string ConditionsUnder(string letter, string? after = null) => $"{Conditions}?letter={letter}{(after is null ? "" : $"&after={after}")}";

    public static string TrialsUnder(string slug, string status) => $"{Trials}?condition={slug}&status={status}";

    public static string Confirm(string token) => $"{Follow}/confirm/{token}";

    public static string NotMe(string token) => $"{Follow}/not-me/{token}";

    public static string ManageBy(string token) => $"{Manage}/{token}";

    public static string Export(string token) => $"{ManageBy(token)}/data";

    public static string Stop(string token) => $"{Stops}/{token}";

    /// <summary>A list's address without a page number is its first page's.</summary>
    public static string PageOf(string list, int page) => page == 1 ? list : $"{list}?page={page}";

    /// <summary>The trial's record on ClinicalTrials.gov.</summary>
    public static string Record(NctId nctId) => $"https://clinicaltrials.gov/study/{nctId}";

    /// <summary>The results in the trial's record.</summary>
    public static string Results(NctId nctId) => $"{Record(nctId)}?tab=results";

    private static string QueryOf(TrialQuery query) =>
        QueryString.Create(query.Pairs().Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).ToUriComponent();
}
