using System.Collections;

namespace TrialSite.Search;

/// <summary>Values that were chosen, each once, in one order whatever the order they were chosen in; equal when they hold the same.</summary>
public sealed class ChosenSet<T> : IReadOnlyList<T>, IEquatable<ChosenSet<T>>
    where T : notnull
{
    public static readonly ChosenSet<T> None = new([]);

    private readonly List<T> values;

    public ChosenSet(IEnumerable<T> chosen) => values = [.. chosen.Distinct().OrderBy(value => value.ToString(), StringComparer.Ordinal)];

    public int Count => values.Count;

    public T this[int index] => values[index];

    public ChosenSet<T> With(T value) => new(values.Append(value));

    public ChosenSet<T> Without(T value) => new(values.Where(other => !other.Equals(value)));

    public bool Equals(ChosenSet<T>? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as ChosenSet<T>);

    public override int GetHashCode() => values.Aggregate(values.Count, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
