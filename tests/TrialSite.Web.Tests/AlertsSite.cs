using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using MimeKit;
using TrialSite.Alerts;
using TrialSite.Tests;
using TrialSite.Tests.Alerts;

namespace TrialSite.Web.Tests;

/// <summary>The whole of alerts on real parts: the site and the tool as programs of their own, SQLite, and mails over a socket.</summary>
internal sealed partial class AlertsSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("trialsite-alerts-").FullName;
    private readonly RecordingMailServer mails = RecordingMailServer.Start();
    private RunningProgram? program;

    private AlertsSite()
    {
        Directory.CreateDirectory(SeedsFolder);
        Visitor = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://127.0.0.1:{FreePort()}") };
    }

    public HttpClient Visitor { get; }

    public string SeedsFolder => Path.Combine(folder, "seeds");

    private string DatabaseFile => Path.Combine(folder, "data", "trialsite.db");

    public IReadOnlyList<MimeMessage> Mails => [.. mails.Mails.Select(mail => MimeMessage.Load(new MemoryStream(mail.Bytes)))];

    public static async Task<AlertsSite> Start(params (string FileName, string Text)[] seeds)
    {
        var site = new AlertsSite();
        site.Write(seeds);
        var settings = site.Settings();
        settings["ASPNETCORE_URLS"] = site.Visitor.BaseAddress!.ToString();
        site.program = RunningProgram.Start("TrialSite.Web", settings);
        await Until(async () =>
        {
            Assert.False(site.program.HasExited, "the site stopped");
            return await site.IsReady();
        });
        return site;
    }

    public void Write(params (string FileName, string Text)[] seeds)
    {
        foreach (var (fileName, text) in seeds)
            File.WriteAllText(Path.Combine(SeedsFolder, fileName), text);
    }

    /// <summary>Runs the tool to its end.</summary>
    public async Task Tool(params string[] arguments)
    {
        using var tool = RunningProgram.Start("TrialSite.Cli", Settings(), arguments);
        await tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
    }

    public async Task SignUp(string page, string address)
    {
        var form = (IHtmlFormElement)(await Read(await Get(page))).QuerySelector("form.form")!;
        var fields = form.Elements.OfType<IHtmlInputElement>()
            .Where(field => field.Type is not ("checkbox" or "radio") || field.IsChecked)
            .Select(field => KeyValuePair.Create(field.Name!, field.Type == "email" ? address : field.Value))
            .Append(new("consent", "yes"));
        using var answer = await Visitor.PostAsync("/follow", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Presses the button of the page behind a link.</summary>
    public async Task<AngleSharp.Dom.IDocument> Press(string link)
    {
        var form = (IHtmlFormElement)(await Read(await Get(link))).QuerySelector("main form")!;
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(field => field.Name is not null).Select(field => KeyValuePair.Create(field.Name!, field.Value));
        var button = form.QuerySelector("button[name]");
        using var answer = await Visitor.PostAsync(new Uri(Visitor.BaseAddress!, form.GetAttribute("action") is { Length: > 0 } action ? action : new Uri(link).AbsolutePath), new FormUrlEncodedContent(button is null ? fields : fields.Append(new(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""))));
        return answer.StatusCode == HttpStatusCode.SeeOther ? await Read(await Visitor.GetAsync(answer.Headers.Location)) : await Read(answer);
    }

    public Task WaitForMails(int count) => Until(() => Task.FromResult(mails.Mails.Count >= count));

    /// <summary>No mail is between the server, which has it, and its row, which does not say so yet.</summary>
    public Task UntilNoMailIsUnderWay() => Until(async () =>
    {
        await using var connection = await StoreFile.Open(DatabaseFile);
        return await StoreFile.Rows(connection, $"SELECT count(*) FROM OutboxEmails WHERE State = '{nameof(OutboxEmailState.Claimed)}'") is ["0"];
    });

    public Task<string> Dump() => StoreFile.Dump(DatabaseFile, withStatistics: false);

    public static IEnumerable<string> LinksOf(MimeMessage mail) =>
        LinkInText().Matches($"{mail.TextBody} {mail.HtmlBody} {mail.Headers["List-Unsubscribe"]}").Select(match => WebUtility.HtmlDecode(match.Value)).Distinct();

    public async ValueTask DisposeAsync()
    {
        program?.Dispose();
        Visitor.Dispose();
        await mails.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A page that takes five seconds on a busy machine is given up; whoever asks again gets it.</summary>
    private async Task<HttpResponseMessage> Get(string address)
    {
        HttpResponseMessage? answer = null;
        await Until(async () => (answer = await Visitor.GetAsync(address)).StatusCode != HttpStatusCode.ServiceUnavailable);
        return answer!;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var response = await Visitor.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Site__DataFolder"] = Path.Combine(folder, "data"),
        ["Site__PublicBaseUrl"] = Visitor.BaseAddress!.ToString().TrimEnd('/'),
        ["Seeds__Folder"] = SeedsFolder,
        ["Mail__Transport"] = "smtp",
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = mails.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Alerts__QuietMinutes"] = "0",
    };

    private static async Task Until(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "it did not happen within a minute");
            await Task.Delay(50);
        }
    }

    private static async Task<AngleSharp.Dom.IDocument> Read(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("https?://[^\\s\"<>]+", RegexOptions.NonBacktracking)]
    private static partial Regex LinkInText();
}
