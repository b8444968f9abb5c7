using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrialSite.Trials;

namespace TrialSite.Store;

/// <summary>The question that pages ask most, translated once for each model: readers and the writer have their own.</summary>
internal sealed class CompiledQueries
{
    private static readonly ConditionalWeakTable<IModel, CompiledQueries> ByModel = [];

    public static CompiledQueries Of(TrialDbContext db) => ByModel.GetOrCreateValue(db.Model);

    public Func<TrialDbContext, NctId, CancellationToken, Task<Trial?>> TrialByNctId { get; } =
        EF.CompileAsyncQuery((TrialDbContext db, NctId nctId, CancellationToken _) => db.Trials.SingleOrDefault(trial => trial.NctId == nctId));
}
