using System.Globalization;
using System.Text;

namespace TrialSite.Benchmarks;

/// <summary>Seeds of our own words, as many as wanted; the edition stands in every long text, so that a mixed page would show.</summary>
public static class GeneratedSeeds
{
    private static readonly string[] Conditions = ["asthma", "breast cancer", "heart failure", "type 2 diabetes", "migraine", "psoriasis", "kidney failure", "Crohn's disease"];
    private static readonly string[] Cities = ["Lyon, Rhone, 69002, France", "Austin, Texas, 78701, United States", "Osaka, 5300001, Japan", "Leeds, United Kingdom"];
    private static readonly string[] Statuses = ["RECRUITING", "NOT_YET_RECRUITING", "COMPLETED", "ACTIVE_NOT_RECRUITING"];

    public static string NctId(int number) => $"NCT{90000000 + number}";

    public static void Write(string folder, int count, int edition)
    {
        Directory.CreateDirectory(folder);
        for (var number = 0; number < count; number++)
            File.WriteAllText(Path.Combine(folder, $"{NctId(number)}.txt"), Text(number, edition));
    }

    public static string Text(int number, int edition)
    {
        var condition = Conditions[number % Conditions.Length];
        var text = new StringBuilder($"""
            Walking and breathing study {number}, edition {edition}

            NCT ID {NctId(number)}

            First seen Mar 3, 2026 · Last updated Mar 3, 2026

            Summary

            This study looks at whether a daily walk helps people with {condition}. It is edition {edition} of this text. Half of the people walk, and half live as before.

            What this could mean

            Active substance

            a daily walk of 30 minutes, edition {edition}

            What this could lead to

            If it works, people could need less medicine. This is edition {edition}.

            What could go wrong

            Some people may fall or feel tired. The study is small. This is edition {edition}.

            Conditions

            {condition}
            {Conditions[(number + 3) % Conditions.Length]}

            Contacts and locations

            Study contacts

              • Contact

                Phone: •••-•••-•••• Email: •••••@•••••

            Locations


            """);
        for (var place = 0; place <= number % 4; place++)
            text.Append(CultureInfo.InvariantCulture, $"""
                  • Walking clinic {place + 1}

                    {Statuses[(number + place) % Statuses.Length]}

                    {Cities[(number + place) % Cities.Length]}

                    Contact Phone: •••-•••-••••


                """);
        return text.ToString();
    }
}
