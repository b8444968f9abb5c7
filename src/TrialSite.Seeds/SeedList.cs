using System.Collections;
using System.Runtime.CompilerServices;

namespace TrialSite.Seeds;

/// <summary>A read-only list that is equal to another when their items are equal in order, so that documents compare by value.</summary>
/// <typeparam name="T">The items' type; compared by its default equality.</typeparam>
[CollectionBuilder(typeof(SeedList), nameof(SeedList.Create))]
public sealed class SeedList<T> : IReadOnlyList<T>, IEquatable<SeedList<T>>
{
    private readonly T[] items;

    internal SeedList(T[] items) => this.items = items;

    /// <summary>The item at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">The position is outside the list.</exception>
    public T this[int index] => items[index];

    /// <summary>How many items there are.</summary>
    public int Count => items.Length;

    /// <summary>The items in order.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the other list has equal items in the same order.</summary>
    public bool Equals(SeedList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeedList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}

/// <summary>Makes lists for collection expressions: <c>SeedList&lt;string&gt; names = ["a", "b"];</c></summary>
public static class SeedList
{
    /// <summary>A list with a copy of the items.</summary>
    public static SeedList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
