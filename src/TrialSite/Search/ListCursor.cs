using System.Globalization;

namespace TrialSite.Search;

/// <summary>The last row that a reader of a list has seen: the next part begins behind it, whatever was added before.</summary>
public readonly record struct ListCursor(DateOnly Day, int NctNumber)
{
    public static ListCursor? Parse(string? text)
    {
        return text?.Split('-') is [var day, var number]
            && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var nct)
                ? new(date, nct)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}-{NctNumber:D8}");
}
