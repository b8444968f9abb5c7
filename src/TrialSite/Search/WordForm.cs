namespace TrialSite.Search;

/// <summary>Makes one word of its singular and plural, and of its British and American spelling.</summary>
/// <remarks>Light on purpose: a stemmer that takes more away makes one word of "organ" and "organisation". docs/search.md has the figures.</remarks>
internal static class WordForm
{
    /// <returns>The new length; the letters are changed in place.</returns>
    public static int Reduce(Span<char> word, int length)
    {
        length = Singular(word, length);
        return length > 4 ? American(word, length) : length;
    }

    private static int Singular(Span<char> word, int length)
    {
        var letters = word[..length];
        if (length < 4 || letters[^1] != 's' || letters[^2] is 's' or 'u' or 'i')
            return length;
        if (length > 4 && letters.EndsWith("ies"))
        {
            word[length - 3] = 'y';
            return length - 2;
        }
        // Metastases, diagnoses, but not diseases and phases.
        if (length > 6 && (letters.EndsWith("ases") || letters.EndsWith("oses") || letters.EndsWith("yses")) && letters[^5] != 'e')
        {
            word[length - 2] = 'i';
            return length;
        }
        return letters.EndsWith("sses") || letters.EndsWith("xes") || letters.EndsWith("ches") || letters.EndsWith("shes") || letters.EndsWith("iruses") ? length - 2 : length - 1;
    }

    private static int American(Span<char> word, int length)
    {
        // Tumour, haemophilia, oesophagus, centre.
        if (word[..length].EndsWith("our"))
        {
            word[length - 2] = 'r';
            length--;
        }
        else if (word[..length].EndsWith("tre"))
        {
            (word[length - 2], word[length - 1]) = ('e', 'r');
        }
        var kept = 0;
        for (var at = 0; at < length; at++)
        {
            if (word[at] is 'a' or 'o' && at + 1 < length && word[at + 1] == 'e')
                continue;
            word[kept++] = word[at];
        }
        return kept;
    }
}
