using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary>Answers what visitors asked for, out of their sight: a confirmation or management mail, or nothing.</summary>
public sealed class SignUpIntake(TrialWriter writer, IServiceScopeFactory scopes, ConfirmationMails confirmations, ManageMails manageMails)
{
    /// <summary>How many mails were put into the outbox.</summary>
    public async Task<int> AnswerNew(CancellationToken cancellationToken)
    {
        var mails = 0;
        var each = new EachByItself(cancellationToken);
        foreach (var id in await Read(db => ConfirmationMails.Unanswered(db).Select(signUp => signUp.Id).ToListAsync(cancellationToken)))
            mails += await each.Try(() => Together(db => confirmations.Answer(db, id, cancellationToken), cancellationToken));
        foreach (var id in await Read(db => ManageMails.Unanswered(db).Select(link => link.Id).ToListAsync(cancellationToken)))
            mails += await each.Try(() => Together(db => manageMails.Answer(db, id, cancellationToken), cancellationToken));
        each.TellFault();
        return mails;
    }

    /// <summary>One at a time, so that a visitor's own write never waits for more than one.</summary>
    private Task<int> Together(Func<TrialDbContext, Task<bool>> answer, CancellationToken cancellationToken) => writer.Write(WriteLane.Import, async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isMailed = await answer(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return isMailed ? 1 : 0;
    }, cancellationToken);

    private async Task<T> Read<T>(Func<TrialDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TrialDbContext>());
    }
}
