using System.Globalization;

namespace TrialSite.Benchmarks;

/// <summary>Registry records of our own words, a study a line, as many as wanted; a later edition has another title, status and place.</summary>
public static class GeneratedRecords
{
    private static readonly (string Term, string Mesh, string Id, string Broader, string BroaderId)[] Conditions =
    [
        ("asthma", "Asthma", "D001249", "Lung Diseases", "D008171"),
        ("weak heart", "Heart Failure", "D006333", "Heart Diseases", "D006331"),
        ("migraine with aura", "Migraine with Aura", "D020325", "Headache Disorders", "D020773"),
        ("psoriasis of the nails", "Psoriasis", "D011565", "Skin Diseases", "D012871"),
    ];

    private static readonly string[] Statuses = ["RECRUITING", "NOT_YET_RECRUITING", "COMPLETED", "ACTIVE_NOT_RECRUITING"];
    private static readonly string[] Medicines = ["Strolamine", "Amblizumab", "Restacillin"];
    private static readonly (string City, string Country, double Lat, double Lon)[] Places =
        [("Bergen", "Norway", 60.39, 5.32), ("Lyon", "France", 45.75, 4.85), ("Osaka", "Japan", 34.69, 135.5), ("Leeds", "United Kingdom", 53.8, -1.55)];

    public static string NctId(int number) => string.Create(CultureInfo.InvariantCulture, $"NCT{80_000_000 + number:D8}");

    public static void Write(string path, int count, int edition)
    {
        using var file = new StreamWriter(path);
        for (var number = 0; number < count; number++)
            file.WriteLine(Line(number, edition));
    }

    public static string Line(int number, int edition)
    {
        var condition = Conditions[number % Conditions.Length];
        var place = Places[(number + edition) % Places.Length];
        var alias = number % 50 == 0 ? $"\"nctIdAliases\":[\"NCT{70_000_000 + number}\"]," : "";
        return string.Create(CultureInfo.InvariantCulture, $$$"""
            {"protocolSection":{"identificationModule":{"nctId":"{{{NctId(number)}}}",{{{alias}}}"briefTitle":"Walking study {{{number}}} of edition {{{edition}}}"},
            "statusModule":{"overallStatus":"{{{Statuses[(number + edition) % Statuses.Length]}}}","statusVerifiedDate":"2026-0{{{1 + edition}}}","lastUpdatePostDateStruct":{"date":"2026-0{{{1 + edition}}}-15"}},
            "sponsorCollaboratorsModule":{"leadSponsor":{"name":"Harbour University {{{number % 7}}}"}},
            "descriptionModule":{"briefSummary":"Half of the people walk each day, and half live as before. This is study {{{number}}}."},
            "conditionsModule":{"conditions":["{{{condition.Term}}}","tiredness {{{number % 300}}}"],"keywords":["walking"]},
            "designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE{{{1 + (number % 4)}}}"],"enrollmentInfo":{"count":{{{20 + (number % 90)}}},"type":"ESTIMATED"}},
            "armsInterventionsModule":{"interventions":[{"type":"BEHAVIORAL","name":"Daily walk"},{"type":"DRUG","name":"{{{Medicines[number % Medicines.Length]}}}","otherNames":["{{{Medicines[number % Medicines.Length]}}}-XR"]}]},
            "eligibilityModule":{"eligibilityCriteria":"Inclusion Criteria:\n\n* Age over {{{18 + (number % 40)}}} years\n* Tired most days","sex":"ALL","minimumAge":"{{{18 + (number % 40)}}} Years"},
            "contactsLocationsModule":{"locations":[{"facility":"Walking clinic","status":"RECRUITING","city":"{{{place.City}}}","country":"{{{place.Country}}}","geoPoint":{"lat":{{{place.Lat}}},"lon":{{{place.Lon}}}}}]}},
            "derivedSection":{"conditionBrowseModule":{"meshes":[{"id":"{{{condition.Id}}}","term":"{{{condition.Mesh}}}"}],"ancestors":[{"id":"{{{condition.BroaderId}}}","term":"{{{condition.Broader}}}"}]}},"hasResults":false}
            """).ReplaceLineEndings("");
    }
}
