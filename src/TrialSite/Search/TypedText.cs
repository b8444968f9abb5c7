namespace TrialSite.Search;

/// <summary>A word, or several that must stand side by side: what was typed in quotes, or with a hyphen as in IL-2.</summary>
/// <param name="Words">As <see cref="SearchWords"/> makes them.</param>
/// <param name="Spelled">As it was typed, in small letters.</param>
public sealed record TypedTerm(IReadOnlyList<string> Words, string Spelled)
{
    public static TypedTerm Of(string text) => new(SearchWords.Of(text), text.Trim().ToLowerInvariant());

    public bool IsPhrase => Words.Count > 1;

    public override string ToString() => string.Join(' ', Words);

    public bool Equals(TypedTerm? other) => other is not null && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}

/// <summary>What a person typed, as terms; whatever they typed, nothing but letters and digits is left of it.</summary>
public static class TypedText
{
    public const int MostTerms = 10;

    private const int MostWordsOfPhrase = 8;

    private static readonly char[] Marks = [.. " .,;:!?()[]{}'*"];

    public static IReadOnlyList<TypedTerm> Terms(string? text)
    {
        var terms = new List<TypedTerm>();
        var parts = (text ?? "").Split('"', '“', '”', '„');
        for (var i = 0; i < parts.Length; i++)
        {
            // Between an opening and a closing quote; one that is never closed opens nothing.
            var isQuoted = i % 2 == 1 && i < parts.Length - 1;
            foreach (var piece in isQuoted ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var words = SearchWords.Of(piece);
                if (words.Count > 0)
                    terms.Add(new([.. words.Take(MostWordsOfPhrase)], piece.Trim(Marks).ToLowerInvariant()));
            }
        }
        var telling = terms.Where(term => term.IsPhrase || !StopWords.Contains(term.Words[0])).Distinct().Take(MostTerms).ToList();
        return telling.Count > 0 ? telling : [.. terms.Distinct().Take(MostTerms)];
    }
}
