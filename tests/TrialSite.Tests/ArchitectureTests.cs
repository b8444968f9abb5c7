using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Tests.Seeds;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace TrialSite.Tests;

/// <summary>Seeds &lt;- TrialSite &lt;- Web and Cli; nothing points back.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly SeedsAssembly = typeof(SeedParser).Assembly;
    private static readonly Assembly TrialSiteAssembly = typeof(SeedImporter).Assembly;
    private static readonly Assembly CliAssembly = Assembly.Load("TrialSite.Cli");
    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(SeedsAssembly, TrialSiteAssembly, CliAssembly).Build();

    [Theory]
    [InlineData("TrialSite.Seeds", "")]
    [InlineData("TrialSite", "TrialSite.Seeds")]
    [InlineData("TrialSite.Web", "TrialSite")]
    [InlineData("TrialSite.Cli", "TrialSite")]
    public void A_project_refers_only_to_the_one_below(string project, string below)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));

        Assert.Equal(below, string.Join(", ", file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))));
    }

    /// <summary>It copies 135 MB beside each project that refers to it.</summary>
    [Fact]
    public void Only_the_browser_tests_refer_to_Playwright() => Assert.Equal(
        ["TrialSite.BrowserTests.csproj"],
        Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(file => File.ReadAllText(file).Contains("\"Microsoft.Playwright", StringComparison.Ordinal)).Select(Path.GetFileName));

    [Fact]
    public void Seeds_need_nothing_but_the_runtime()
    {
        Assert.All(SeedsAssembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
        DoNotUse(SeedsAssembly, @"^(System\.IO\.(File|Directory|Path)|System\.(TimeProvider|DateTime)|System\.Net|Microsoft)\b", "the seed format knows no file, clock or network");
    }

    [Fact]
    public void The_site_knows_neither_http_nor_html_nor_its_callers() =>
        DoNotUse(TrialSiteAssembly, @"^(Microsoft\.AspNetCore\.(Http|Mvc|Routing|Builder|Hosting|Razor)|Microsoft\.Extensions\.Hosting|TrialSite\.(Web|Cli)|Spectre|System\.CommandLine|System\.Console$)", "Web and Cli know these");

    [Fact]
    public void The_command_line_knows_no_database() =>
        DoNotUse(CliAssembly, @"^(Microsoft\.Data|Microsoft\.EntityFrameworkCore|TrialSite\.Store\.Sqlite)\b", "the store is the site's");

    [Fact]
    public void Sqlite_is_known_only_in_its_own_folder() =>
        Check(Types().That().ResideInAssembly(TrialSiteAssembly).And().DoNotResideInNamespaceMatching(@"^TrialSite\.Store\.Sqlite"), @"^(Microsoft\.Data\.Sqlite|SQLitePCL|Microsoft\.EntityFrameworkCore\.Sqlite)", "PostgreSQL comes beside it");

    [Fact]
    public void Mail_leaves_in_one_place_only() =>
        Check(
            Types().That().ResideInAssembly(TrialSiteAssembly).Or().ResideInAssembly(CliAssembly).And().DoNotResideInNamespace("TrialSite.Alerts.Smtp"),
            @"^(MailKit|System\.Net\.Mail|System\.Net\.Sockets)\b",
            "every mail takes the way that counts its recipients");

    [Fact]
    public void Only_the_one_way_out_opens_a_transport() =>
        Check(
            Types().That().ResideInAssembly(TrialSiteAssembly).Or().ResideInAssembly(CliAssembly).And().DoNotHaveFullNameMatching(@"^TrialSite\.Alerts\.(MailTransports|PickupTransport|Smtp\.)"),
            @"^TrialSite\.Alerts\.(PickupTransport|Smtp\.SmtpTransport)$",
            "every mail takes the way that counts its recipients");

    private static void DoNotUse(Assembly assembly, string forbidden, string reason) => Check(Types().That().ResideInAssembly(assembly), forbidden, reason);

    private static void Check(IObjectProvider<IType> types, string forbidden, string reason) =>
        Types().That().Are(types).Should().NotDependOnAny(Types(includeReferenced: true).That().HaveFullNameMatching(forbidden)).Because(reason).WithoutRequiringPositiveResults().Check(Architecture);
}
