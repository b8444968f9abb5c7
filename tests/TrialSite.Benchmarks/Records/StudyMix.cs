using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace TrialSite.Benchmarks.Records;

/// <summary>One generated study: a real one of its topic, with a neighbour's sentences, ages and places among its own, under a number of its own.</summary>
internal sealed class StudyMix
{
    private static readonly DateOnly Newest = new(2026, 11, 20);

    private readonly Stock stock;
    private readonly int number;
    private readonly Random random;
    private readonly StockStudy own;
    private readonly StockStudy other;
    private readonly int daysLater;
    private readonly List<string> conditions;
    private readonly Utf8JsonWriter json;

    public StudyMix(Stock stock, int number, Utf8JsonWriter json)
    {
        (this.stock, this.number, this.json) = (stock, number, json);
        random = new(number);
        var chosen = stock.Choose(random);
        own = stock.Studies[chosen];
        other = stock.Neighbours[chosen][random.Next(stock.Neighbours[chosen].Length)];
        daysLater = random.Next(-250, 250);
        conditions = [.. own.Conditions.Select(term => ConditionMix.Next(term, random))];
    }

    public void Write() => Copy(own.Study, "");

    /// <summary>As it is, but for what is mixed: told by its name, and by the module it stands in.</summary>
    private void Copy(JsonElement element, string module)
    {
        json.WriteStartObject();
        foreach (var property in element.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            if (!TryMix(property.Name, property.Value, module))
                Raw(property.Value);
        }
        json.WriteEndObject();
    }

    private bool TryMix(string name, JsonElement value, string module)
    {
        switch (module, name)
        {
            case (_, "protocolSection" or "derivedSection"):
                Copy(value, name);
                return true;
            case ("protocolSection" or "derivedSection", "identificationModule" or "statusModule" or "sponsorCollaboratorsModule" or "descriptionModule" or "conditionsModule" or "designModule"
                or "armsInterventionsModule" or "outcomesModule" or "eligibilityModule" or "contactsLocationsModule" or "conditionBrowseModule"):
                Copy(value, name);
                return true;
            case (_, "nctId"):
                json.WriteStringValue(RecordsGenerator.NctId(number));
                return true;
            case (_, "nctIdAliases"):
                json.WriteStartArray();
                json.WriteEndArray();
                return true;
            case (_, "briefTitle"):
                json.WriteStringValue(Renamed(own.Title.Alone(random)));
                return true;
            case ("identificationModule", "officialTitle"):
                json.WriteStringValue(Renamed(own.OfficialTitle.Alone(random)));
                return true;
            case (_, "briefSummary"):
                json.WriteStringValue(Renamed(own.Summary.Mix(other.Summary, random)));
                return true;
            case (_, "eligibilityCriteria"):
                json.WriteStringValue(own.Criteria.Mix(other.Criteria, random));
                return true;
            case (_, "minimumAge" or "maximumAge") when other.At("eligibilityModule", name) is { ValueKind: JsonValueKind.String } age && number % 3 == 0:
                Raw(age);
                return true;
            case ("sponsorCollaboratorsModule", "leadSponsor"):
                Copy(value, name);
                return true;
            case ("leadSponsor", "name"):
                Sentence(number % 2 == 0 ? own.Sponsor : stock.Studies[random.Next(stock.Studies.Length)].Sponsor);
                return true;
            case ("conditionsModule", "conditions"):
                Each(conditions, json.WriteStringValue);
                return true;
            case ("conditionsModule", "keywords"):
                Each(own.Keywords, Sentence);
                return true;
            case ("conditionBrowseModule", "meshes"):
                Each(value.EnumerateArray(), Mesh);
                return true;
            case ("designModule", "enrollmentInfo"):
                Copy(value, name);
                return true;
            case ("enrollmentInfo", "count"):
                json.WriteNumberValue((long)(value.GetInt64() * (0.5 + random.NextDouble())));
                return true;
            case ("armsInterventionsModule", "interventions"):
                Each(value.EnumerateArray(), item => Copy(item, name));
                return true;
            case ("interventions", "name" or "description"):
                Sentence(new(value.GetString()!, stock.IsRare));
                return true;
            case ("outcomesModule", "primaryOutcomes"):
                Each(value.EnumerateArray(), item => Copy(item, name));
                return true;
            case ("primaryOutcomes", "measure"):
                Sentence(new(value.GetString()!, stock.IsRare));
                return true;
            case ("contactsLocationsModule", "locations"):
                Each(own.Places, Place);
                return true;
            case ("statusModule", _) when value.ValueKind == JsonValueKind.Object:
                Copy(value, name);
                return true;
            case (_, "date" or "statusVerifiedDate"):
                json.WriteStringValue(Later(value.GetString()!));
                return true;
            default:
                return false;
        }
    }

    private void Raw(JsonElement value) => json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    private void Sentence(StockSentence sentence)
    {
        var words = new StringBuilder();
        sentence.Append(words, random);
        json.WriteStringValue(words.ToString());
    }

    private void Each<T>(IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    /// <summary>A text that names the condition names the new one.</summary>
    private string Renamed(string text)
    {
        if (conditions.Count > 0 && conditions[0] != own.Conditions[0].ToString())
            text = text.Replace(own.Conditions[0].ToString(), conditions[0], StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>Some are made-up kin of a term, with an id of their own.</summary>
    private void Mesh(JsonElement mesh)
    {
        var kin = random.NextDouble() < 0.1 ? RareWord.Choose(random) % 1000 : 0;
        if (kin == 0)
        {
            Raw(mesh);
            return;
        }
        var term = new StringBuilder();
        var words = mesh.GetProperty("term").GetString()!;
        var first = words.AsSpan().IndexOfAny(' ', ',') is var end and > 0 ? end : words.Length;
        RareWord.Append(term, words.AsSpan(0, first), kin);
        json.WriteStartObject();
        json.WriteString("id", $"D{kin:D3}{mesh.GetProperty("id").GetString()![^6..]}");
        json.WriteString("term", term.Append(words, first, words.Length - first).ToString());
        json.WriteEndObject();
    }

    /// <summary>Status and contacts of its own, in three of five cases the address of another place of the same country.</summary>
    private void Place(StockPlace place)
    {
        var inCountry = stock.Places[place.Country];
        var address = random.NextDouble() < 0.6 ? inCountry[random.Next(inCountry.Length)] : place;
        json.WriteStartObject();
        foreach (var property in place.Place.EnumerateObject().Where(property => !StockPlace.IsAddress(property.Name)))
        {
            json.WritePropertyName(property.Name);
            Raw(property.Value);
        }
        foreach (var property in address.Place.EnumerateObject().Where(property => StockPlace.IsAddress(property.Name)))
        {
            json.WritePropertyName(property.Name);
            if (property.Name == "facility")
                Sentence(address.Facility!);
            else if (property.Name == "geoPoint")
                Point(property.Value);
            else
                Raw(property.Value);
        }
        json.WriteEndObject();
    }

    private void Point(JsonElement point)
    {
        json.WriteStartObject();
        json.WriteNumber("lat", Math.Clamp(Math.Round(point.GetProperty("lat").GetDouble() + Jitter(), 5), -90, 90));
        json.WriteNumber("lon", Math.Clamp(Math.Round(point.GetProperty("lon").GetDouble() + Jitter(), 5), -180, 180));
        json.WriteEndObject();

        double Jitter() => (random.NextDouble() - 0.5) * 0.3;
    }

    /// <summary>All dates of a study move by as many days; none that somebody posted lies ahead.</summary>
    private string Later(string date)
    {
        var isDay = date.Length == 10;
        var day = DateOnly.ParseExact(isDay ? date : $"{date}-15", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var moved = day.AddDays(daysLater);
        if (moved > Newest && day <= Newest)
            moved = Newest.AddDays(-(number % 60));
        return moved.ToString(isDay ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);
    }
}
