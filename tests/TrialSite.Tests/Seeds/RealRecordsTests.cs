using System.IO.Compression;
using System.Text.Json;
using TrialSite.Seeds;
using Xunit.Abstractions;

namespace TrialSite.Tests.Seeds;

public sealed class RealRecordsTests(ITestOutputHelper output)
{
    [SharedDataFact]
    public void Address_of_nearly_every_real_place_is_written_and_read_back()
    {
        var places = Records().SelectMany(Places).ToList();
        var same = places.Count(place =>
            SeedParser.Parse(SeedWriter.Write(new SeedDocument { Locations = [place] })).Document.Locations is [var read] && read == place);

        output.WriteLine($"{same} of {places.Count} places");
        Assert.True(same > 0.995 * places.Count, $"{same} of {places.Count}");
    }

    [SharedDataFact]
    public void Nearly_every_real_contact_is_hidden_in_prose()
    {
        var contacts = Records().SelectMany(Contacts).ToList();
        var hidden = contacts.Count(contact => ContactDetails.AppearIn($"You can reach the team at {contact}."));

        output.WriteLine($"{hidden} of {contacts.Count} contact details");
        Assert.True(hidden > 0.995 * contacts.Count, $"{hidden} of {contacts.Count}");
    }

    private static IEnumerable<JsonElement> Records()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Repository.SharedData, "all.ndjson.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("protocolSection").TryGetProperty("contactsLocationsModule", out var module))
                yield return module.Clone();
        }
    }

    private static IEnumerable<SeedLocation> Places(JsonElement module) => Items(module, "locations").Select(place => new SeedLocation
    {
        Name = "A place",
        City = Text(place, "city"),
        State = Text(place, "state"),
        PostalCode = Text(place, "zip"),
        Country = Text(place, "country"),
    });

    private static IEnumerable<string> Contacts(JsonElement module) =>
        Items(module, "centralContacts").Concat(Items(module, "locations").SelectMany(place => Items(place, "contacts")))
            .SelectMany(contact => new[] { Text(contact, "phone"), Text(contact, "email") })
            .OfType<string>();

    private static JsonElement[] Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var text) ? text.GetString() : null;
}
