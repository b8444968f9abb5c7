using System.Text;

namespace TrialSite.Web.Tests;

/// <summary>What may never leave: contact details in seeds, and what visitors type.</summary>
public sealed class SecretsStayInsideTests
{
    private const string Seed = """
        Walking after a stroke, call +1 555 010 4477 today

        NCT ID NCT91000001

        Summary

        Write to jane.doe@clinic.example or call (555) 010-2288. Dr Roe is at j.roe (at) clinic.example, also j\.roe\@clinic.example.

        What this could mean

        Active substance

        walking, ask tel. 020 7946 0011

        What this could lead to

        People may walk further. Ask [the team](mailto:team@clinic.example) or +49 30 901820.

        What could go wrong

        Falls. Tell us at team&#64;clinic.example or 0800 555 0199.

        Conditions

        stroke

        As listed by the trial registrant

        Stroke, contact registrar@clinic.example

        Contacts and locations

        Study contacts

          • Jane Doe, 555-010-9911

            Phone: +1 555 010 3344 ext. 12 Email: jane.doe@clinic.example

          • Nurse

            Phone: nurse@clinic.example Email: 555 010 6655

        Locations

          • North clinic, desk@clinic.example

            RECRUITING

            Leeds, LS1 4AP, United Kingdom

            Contact Phone: 0113 496 0222 Email: north@clinic.example
        """;

    private static readonly string[] Secrets =
    [
        "clinic.example", "j.roe", "010 4477", "010-2288", "7946 0011", "901820", "555 0199", "010-9911", "010 3344", "010 6655", "496 0222",
    ];

    [Fact]
    public async Task A_contact_detail_in_a_seed_is_in_no_page_no_json_no_log_and_no_file_of_the_store()
    {
        await using var site = new SiteFixture();
        using var visitor = site.Visitor();
        var report = await site.Reseed(("NCT91000001.txt", Seed));
        Assert.Equal(0, report.Total(Import.SeedOutcome.Rejected));
        string[] addresses = ["/", "/trials", "/trials/NCT91000001", "/trials/NCT91000001/history", "/conditions", "/conditions/stroke", "/api/v1/trials/NCT91000001"];
        foreach (var address in addresses)
            AssertHoldsNone(address, await visitor.GetStringAsync(address), Secrets);
        var page = await visitor.GetStringAsync("/trials/NCT91000001");
        Assert.DoesNotContain("tel:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("mailto:", page, StringComparison.OrdinalIgnoreCase);
        AssertHoldsNone("a problem's words", string.Join('\n', report.Rows.SelectMany(row => row.Problems)), Secrets);
        AssertFilesHoldNone(site.DataFolder, Secrets);
        AssertFilesHoldNone(site.DataFolder, ["•"], "*.db*");
    }

    [Fact]
    public async Task What_a_visitor_types_is_in_no_log_and_unreadable_in_the_store()
    {
        await using var site = new SiteFixture();
        using var visitor = site.Visitor();
        var answers = new Dictionary<string, string>
        {
            ["email"] = "Secret.Person@mail.example",
            ["about"] = "trial:NCT06904755",
            ["topics"] = "trial:NCT06904755",
            ["frequency"] = "daily",
            ["consent"] = "yes",
        };
        using var answer = await visitor.PostAsync("/follow", new FormUrlEncodedContent(answers));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        await visitor.GetAsync("/trials?q=my-secret-illness");
        await visitor.GetAsync("/trials?near=my-secret-town&q=my-secret-illness");
        await visitor.GetAsync("/suggestions?q=my-secret-illness");
        await visitor.GetAsync("/trials/NCT00000000");
        // The mail that asks to confirm is a file for its reader, in a folder of its own, until an operator names a mail server.
        await UntilNoFileMoves(() => AssertFilesHoldNone(site.DataFolder, ["secret.person", "Secret.Person", "mail.example"], exceptIn: Path.Combine(site.DataFolder, "mail")));
        await UntilNoFileMoves(() => AssertFilesHoldNone(Path.Combine(site.DataFolder, "logs"), ["my-secret-illness", "my-secret-town", "NCT00000000", "127.0.0.1"]));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(site.DataFolder, "logs")));
    }

    /// <summary>The site goes on beside it: a file may be gone, or be held, between being listed and being read. Then all are read again.</summary>
    private static async Task UntilNoFileMoves(Action read)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                read();
                return;
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(20);
            }
        }
    }

    private static void AssertFilesHoldNone(string folder, string[] secrets, string pattern = "*", string? exceptIn = null)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != exceptIn))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            foreach (var secret in secrets)
                Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{Path.GetFileName(file)} holds {secret}");
        }
    }

    private static void AssertHoldsNone(string where, string text, string[] secrets)
    {
        foreach (var secret in secrets)
            Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{where} holds {secret}");
    }
}
