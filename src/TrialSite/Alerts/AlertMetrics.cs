using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using TrialSite.Store;

namespace TrialSite.Alerts;

/// <summary><see cref="AlertCounts"/> as gauges of the meter <c>TrialSite.Alerts</c>: numbers alone, nothing about whom or what.</summary>
public sealed class AlertMetrics : IDisposable
{
    public const string MeterName = "TrialSite.Alerts";

    /// <summary>The gauges are asked one after the other; one look at the store answers them all.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly Meter meter = new(MeterName);
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private (DateTimeOffset At, AlertCounts Counts)? last;

    public AlertMetrics(IServiceScopeFactory scopes, TimeProvider time)
    {
        (this.scopes, this.time) = (scopes, time);
        meter.CreateObservableGauge("alerts.due", () => Counts().Due, description: "Deliveries that were ever due and are still kept.");
        meter.CreateObservableGauge("alerts.sent", () => Counts().Sent);
        meter.CreateObservableGauge("alerts.skipped", () => Counts().Skipped.Select(reason => new Measurement<int>(reason.Value, new KeyValuePair<string, object?>("reason", reason.Key.ToString()))));
        meter.CreateObservableGauge("alerts.waiting", () => Counts().Waiting);
        meter.CreateObservableGauge("alerts.waiting_in_outbox", () => Counts().WaitingInOutbox);
        meter.CreateObservableGauge("alerts.imbalance", () => Counts().Imbalance, description: "Not 0: a delivery is lost.");
    }

    public void Dispose() => meter.Dispose();

    private AlertCounts Counts()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (last is not { } kept || now - kept.At > KeptFor || now < kept.At)
                last = kept = (now, Read());
            return kept.Counts;
        }
    }

    private AlertCounts Read()
    {
        using var scope = scopes.CreateScope();
        return AlertCounts.Read(scope.ServiceProvider.GetRequiredService<TrialDbContext>(), CancellationToken.None).GetAwaiter().GetResult();
    }
}
