namespace TrialSite.Seeds;

/// <summary>How many letters of a word are wrong.</summary>
internal static class EditDistance
{
    /// <summary>Levenshtein distance of at most 2, regardless of case, computed only along the diagonal; the words must be short.</summary>
    public static bool IsAtMostTwo(string expected, string words)
    {
        if (Math.Abs(expected.Length - words.Length) > 2)
            return false;
        Span<int> above = stackalloc int[words.Length + 1];
        Span<int> row = stackalloc int[words.Length + 1];
        for (var column = 0; column <= words.Length; column++)
            above[column] = column;
        for (var line = 1; line <= expected.Length; line++)
        {
            row.Fill(3);
            if (line <= 2)
                row[0] = line;
            for (var column = Math.Max(1, line - 2); column <= Math.Min(words.Length, line + 2); column++)
            {
                var isSame = char.ToLowerInvariant(expected[line - 1]) == char.ToLowerInvariant(words[column - 1]);
                row[column] = Math.Min(above[column - 1] + (isSame ? 0 : 1), 1 + Math.Min(above[column], row[column - 1]));
            }
            row.CopyTo(above);
        }
        return above[words.Length] <= 2;
    }
}
