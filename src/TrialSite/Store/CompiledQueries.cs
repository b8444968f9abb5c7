using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>The questions that pages ask most, translated once for the model; by readers, whose contexts do not track.</summary>
internal sealed class CompiledQueries
{
    private static readonly ConditionalWeakTable<IModel, CompiledQueries> ByModel = [];

    public static CompiledQueries Of(TrialDbContext db) => ByModel.GetOrCreateValue(db.Model);

    public Func<TrialDbContext, NctId, CancellationToken, Task<Trial?>> TrialByNctId { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, NctId nctId, CancellationToken _) => db.Trials.SingleOrDefault(trial => trial.NctId == nctId));

    public Func<TrialDbContext, string, CancellationToken, Task<Condition?>> ConditionBySlug { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, string slug, CancellationToken _) => db.Conditions.SingleOrDefault(condition => condition.Slug == slug));

    public Func<TrialDbContext, int[], IAsyncEnumerable<Condition>> ConditionsByIds { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, int[] ids) => db.Conditions.Where(condition => ids.Contains(condition.Id)));

    /// <summary>Of the condition with the id and the name, other than the name, at most so many.</summary>
    public Func<TrialDbContext, int, string, int, IAsyncEnumerable<ConditionSpelling>> OtherSpellings { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, int conditionId, string name, int most) => db.ConditionSpellings
            .Where(spelling => spelling.ConditionId == conditionId && spelling.Name != name).OrderBy(spelling => spelling.Key).Take(most));

    public Func<TrialDbContext, int, IAsyncEnumerable<int>> NarrowerIds { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, int conditionId) => db.BroaderConditions.Where(pair => pair.BroaderId == conditionId).Select(pair => pair.ConditionId));

    public Func<TrialDbContext, int, IAsyncEnumerable<int>> BroaderIds { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, int conditionId) => db.BroaderConditions.Where(pair => pair.ConditionId == conditionId).Select(pair => pair.BroaderId));
}
