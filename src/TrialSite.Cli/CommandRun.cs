using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrialSite.Import;
using TrialSite.Store;

namespace TrialSite.Cli;

/// <summary>A verb cannot do what it was asked; the message is one line that says why.</summary>
internal sealed class CommandException(string message) : Exception(message);

/// <summary>Runs a verb with the site's own settings, and answers faults with one clear line.</summary>
internal static class CommandRun
{
    public const int Done = 0;
    public const int FoundErrors = 1;
    public const int WrongCall = 2;

    public static async Task<int> Invoke(RootCommand tool, string[] args)
    {
        // Dates and numbers look the same on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var call = tool.Parse(args);
        if (call.Errors.Count > 0)
            return Fail(call.Errors[^1].Message + " Say --help for examples.");
        try
        {
            return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (fault is CommandException or ReseedRefusedException or StoreUnavailableException or TimeoutException
            or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Fail(fault.Message);
        }
        catch (DbException fault)
        {
            return Fail($"the database cannot be used: {fault.Message}");
        }
        catch (OptionsValidationException fault)
        {
            return Fail(string.Join(" ", fault.Failures));
        }
        catch (OperationCanceledException)
        {
            return Fail("Stopped. What readers see has not changed.");
        }
    }

    /// <summary>The site's services, its store brought to this program's schema.</summary>
    public static async Task<ServiceProvider> OpenSite(CancellationToken cancellationToken)
    {
        var services = Services();
        await services.GetRequiredService<IStoreUpkeep>().Migrate(cancellationToken);
        return services;
    }

    public static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddTrialSite(configuration, IsDevelopment(configuration))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static bool IsDevelopment(IConfiguration configuration) =>
        (configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"]) is { } environment
            ? environment.Equals("Development", StringComparison.OrdinalIgnoreCase)
            : SiteFolders.IsRepository;

    private static int Fail(string line)
    {
        Console.Error.WriteLine($"trialsite: {line.ReplaceLineEndings(" ")}");
        return WrongCall;
    }
}
