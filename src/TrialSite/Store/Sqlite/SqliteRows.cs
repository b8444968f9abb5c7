using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TrialSite.Store.Sqlite;

/// <summary>New rows of one table, written by one prepared command, each value as the model maps it.</summary>
internal static class SqliteRows
{
    /// <summary>The values are made at once, on all cores; what is returned writes them.</summary>
    public static Action<TrialDbContext> Insert<T>(IModel model, IEnumerable<T> rows)
        where T : class
    {
        var table = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var columns = ColumnsOf(table).ToArray();
        var values = rows.AsParallel().AsOrdered().Select(row => Array.ConvertAll(columns, column => column.ValueIn(row))).ToList();
        return db => Insert(db, table.GetTableName()!, columns, values);
    }

    private static void Insert(TrialDbContext db, string table, Column[] columns, List<object?[]> rows)
    {
        using var commands = new SqliteCommands(db);
        var insert = commands.Prepare(
            $"INSERT INTO \"{table}\"({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"?{index + 1}"))})");
        foreach (var values in rows)
            insert.Run(values);
    }

    private static IEnumerable<Column> ColumnsOf(IEntityType table)
    {
        var inTable = StoreObjectIdentifier.Create(table, StoreObjectType.Table)!.Value;
        foreach (var property in table.GetProperties().Where(property => !property.ValueGenerated.HasFlag(ValueGenerated.OnAdd)))
            yield return ColumnOf(property, row => property.GetGetter().GetClrValue(row), inTable);
        foreach (var complex in table.GetComplexProperties())
        {
            foreach (var property in complex.ComplexType.GetProperties())
                yield return ColumnOf(property, row => complex.GetGetter().GetClrValue(row) is { } whole ? property.GetGetter().GetClrValue(whole) : null, inTable);
        }
    }

    private static Column ColumnOf(IProperty property, Func<object, object?> valueIn, StoreObjectIdentifier table)
    {
        var converter = property.FindRelationalTypeMapping(table)?.Converter;
        return new(property.GetColumnName(table)!, converter is null ? valueIn : row => converter.ConvertToProvider(valueIn(row)));
    }

    private sealed record Column(string Name, Func<object, object?> ValueIn);
}
