using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Import;
using TrialSite.Seeds;
using TrialSite.Tests.Seeds;

namespace TrialSite.Tests.Import;

public sealed class SeedExporterTests
{
    private static readonly Gen<string> Words = Gen.OneOf("walk", "knee", "Løpe", "O'Brien", "(2 of 3)", "Type-1", "*bold*", "C4-C5", "naïve", "1.5 mg", "β-blocker", "\"so called\"", "50 %", "A & B", "x < y")
        .Array[1, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Lines = Gen.Frequency(
        (8, Words),
        (1, Gen.OneOf("Summary", "Locations", "- a point", "1. a step", "NCT ID", "First seen", "> quoted", "Conditions:", "\\Summary", "    code", "# Heading", "Phone: call us")));

    private static readonly Gen<string?> Texts = Lines.Array[1, 4].Select(lines => string.Join("\n", lines)).Array[1, 3].Select(paragraphs => string.Join("\n\n", paragraphs)).Null();

    private static readonly Gen<SeedContact> Contacts = Gen.Select(Words, Gen.Bool, Gen.Bool, (role, phone, email) => new SeedContact(role, phone, email));

    private static readonly Gen<SeedLocation> Locations = Gen.Select(
        Words,
        Gen.OneOf("RECRUITING", "COMPLETED", "ACTIVE_NOT_RECRUITING", null),
        Gen.OneOf("Bergen", "Washington, D.C.", "東京", null),
        Gen.OneOf("5003", "LS1 3HE", null),
        Gen.OneOf("Norway", "Korea, Republic of"),
        Contacts.Array[0, 2],
        (name, status, city, code, country, contacts) => new SeedLocation { Name = name, Status = status, City = city, PostalCode = code, Country = country, Contacts = [.. contacts] });

    private static readonly Gen<SeedDocument> Documents = Gen.Select(
        Words,
        Texts,
        Gen.Select(Texts, Texts, Texts, (substance, lead, wrong) => new SeedPlainLanguageRead(substance, lead, wrong)),
        Words.Array[0, 4],
        Words.Array[0, 2],
        Contacts.Array[0, 2],
        Locations.Array[0, 3],
        (title, summary, read, conditions, terms, contacts, places) => TestSeed.Number(1) with
        {
            Title = title,
            Summary = summary,
            PlainLanguageRead = read,
            Conditions = [.. conditions],
            RegistrantConditions = [.. terms],
            Contacts = [.. contacts],
            Locations = [.. places],
        });

    [Fact]
    public async Task The_users_seed_survives_export_and_reseed()
    {
        await using var site = await TestSite.Open();
        site.WriteBytes("NCT06904755.txt", await File.ReadAllBytesAsync(Repository.UserSeedPath));
        await site.Reseed();

        await ExportAndReseedChangesNothing(site, count: 1);
    }

    [Fact]
    public async Task Two_hundred_generated_seeds_survive_export_and_reseed()
    {
        await using var site = await TestSite.Open();
        var number = 0;
        Documents.Sample(
            document =>
            {
                var id = $"NCT{Interlocked.Increment(ref number):00000000}";
                site.WriteText($"{id}.txt", SeedWriter.Write(document with { NctId = id }));
            },
            iter: 200);
        var first = await site.Reseed();
        Assert.InRange(first.Total(SeedOutcome.New), 150, 200);

        await ExportAndReseedChangesNothing(site, first.Total(SeedOutcome.New));
    }

    [Fact]
    public async Task A_gone_trial_is_not_exported()
    {
        await using var site = await TestSite.Open();
        site.Write(TestSeed.Numbers(1, 5));
        await site.Reseed();
        site.Delete(TestSeed.Number(3));
        await site.Reseed();

        var folder = Path.Combine(site.DataFolder, "export");
        Assert.Equal(4, await Export(site, folder));
        Assert.DoesNotContain("NCT00000003.txt", Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    private static async Task ExportAndReseedChangesNothing(TestSite site, int count)
    {
        var folder = Path.Combine(site.DataFolder, "export");
        Assert.Equal(count, await Export(site, folder));
        var before = await VisibleRows(site);
        site.Time.Advance(TimeSpan.FromDays(3));

        var report = await site.Get<SeedImporter>().Reseed(new(folder), null, default);

        Assert.Equal($"0 new, 0 changed, {count} unchanged, 0 rejected, 0 gone", report.Totals);
        Assert.Equal(before, await VisibleRows(site));
        Assert.All(SeedCheck.Run(SeedFolder.Files(folder)), file => Assert.False(file.HasErrors));
        Assert.All(Directory.GetFiles(folder), path => Assert.EndsWith(".txt", path, StringComparison.Ordinal));
    }

    private static async Task<int> Export(TestSite site, string folder)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<SeedExporter>().Export(folder, default);
    }

    private static async Task<string> VisibleRows(TestSite site)
    {
        await using var file = await site.OpenFile();
        var rows = new List<string>(await StoreFile.Rows(file, "SELECT NctId, Version, FromGeneration, UntilGeneration, IsListed, FirstSeen, LastUpdated, Editorial FROM Trials"));
        rows.AddRange(await StoreFile.Rows(file, "SELECT * FROM TrialChanges"));
        return string.Join('\n', rows);
    }
}
