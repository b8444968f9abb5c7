using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrialSite.Alerts;

namespace TrialSite.Tests;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData("https://trials.example.org", "https://trials.example.org")]
    [InlineData("https://trials.example.org/", "https://trials.example.org")]
    [InlineData("https://trials.example.org:8443", "https://trials.example.org:8443")]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080")]
    public void In_production_the_public_address_is_https_or_this_machine(string setting, string address) =>
        Assert.Equal(address, Site(("Site:PublicBaseUrl", setting)).PublicBaseUrl);

    [Theory]
    [InlineData("", "http://localhost:5080")]
    [InlineData("http://trials.example.org", "http://trials.example.org")]
    public void In_development_it_may_be_anything_and_has_a_default(string setting, string address) =>
        Assert.Equal(address, Site(isDevelopment: true, ("Site:PublicBaseUrl", setting)).PublicBaseUrl);

    [Theory]
    [InlineData("Site:PublicBaseUrl", "", "Site:PublicBaseUrl is not set")]
    [InlineData("Site:PublicBaseUrl", "trials.example.org", "without a path")]
    [InlineData("Site:PublicBaseUrl", "https://trials.example.org/site", "without a path")]
    [InlineData("Site:PublicBaseUrl", "https://trials.example.org/?q=1", "without a path")]
    [InlineData("Site:PublicBaseUrl", "https://trials.example.org/#top", "without a path")]
    [InlineData("Site:PublicBaseUrl", "https://reader:secret@trials.example.org", "without a path")]
    [InlineData("Site:PublicBaseUrl", "ftp://trials.example.org", "without a path")]
    [InlineData("Site:PublicBaseUrl", "http://trials.example.org", "https://")]
    [InlineData("Site:Name", " ", "Site:Name")]
    [InlineData("Site:DataFolder", " ", "Site:DataFolder")]
    [InlineData("Site:TrustedProxies", "127.0.0.1,proxy", "proxy")]
    public void A_wrong_setting_is_named(string name, string value, string words)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Site(("Site:PublicBaseUrl", "https://trials.example.org"), (name, value)));

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_all_is_as_documented()
    {
        using var services = Services(isDevelopment: true);
        var site = services.GetRequiredService<SiteOptions>();
        var seeds = services.GetRequiredService<SeedOptions>();

        Assert.Equal(("Curemydisease.com", "http://localhost:5080"), (site.Name, site.PublicBaseUrl));
        Assert.Equal((Path.Combine(SiteFolders.Root, "data"), Path.Combine(SiteFolders.Root, "seeds"), true), (site.DataFolder, seeds.Folder, seeds.ReseedOnStart));
    }

    [Fact]
    public void Mails_go_to_a_folder_unless_set_otherwise()
    {
        using var services = Services(isDevelopment: false, ("Site:PublicBaseUrl", "https://trials.example.org"), ("Site:DataFolder", "/srv/site"));
        var mail = services.GetRequiredService<MailOptions>();

        Assert.Equal(("pickup", Path.Combine("/srv/site", "mail")), (mail.Transport, mail.PickupFolder));
        Assert.Equal(("Curemydisease.com", "updates@trials.example.org", "trials.example.org"), (mail.Sender.Name, mail.Sender.Address, mail.MessageIdDomain));
    }

    [Theory]
    [InlineData("Mail:Transport", "pigeon", "Mail:Transport")]
    [InlineData("Mail:Transport", "smtp", "Mail:Host")]
    [InlineData("Mail:Port", "0", "Mail:Port")]
    [InlineData("Mail:Port", "many", "Mail:Port")]
    [InlineData("Mail:From", "nobody", "Mail:From")]
    [InlineData("Mail:AllowedRecipients", "ada@example.org, nobody", "nobody")]
    [InlineData("Mail:LeaseSeconds", "0", "Mail:LeaseSeconds")]
    [InlineData("Alerts:DigestTime", "8 o'clock", "Alerts:DigestTime")]
    [InlineData("Alerts:TimeZone", "Middle-earth", "Alerts:TimeZone")]
    [InlineData("Alerts:QuietMinutes", "61", "Alerts:QuietMinutes")]
    [InlineData("Alerts:KeepSentDays", "-1", "Alerts:KeepSentDays")]
    public void A_wrong_setting_for_mails_is_named(string name, string value, string words)
    {
        using var services = Services(isDevelopment: true, (name, value));

        var fault = Assert.Throws<OptionsValidationException>(() => (services.GetRequiredService<MailOptions>(), services.GetRequiredService<AlertOptions>()));

        Assert.Contains(words, string.Join(' ', fault.Failures), StringComparison.Ordinal);
    }

    private static SiteOptions Site(params (string Name, string Value)[] settings) => Site(isDevelopment: false, settings);

    private static SiteOptions Site(bool isDevelopment, params (string Name, string Value)[] settings)
    {
        using var services = Services(isDevelopment, settings);
        return services.GetRequiredService<SiteOptions>();
    }

    private static ServiceProvider Services(bool isDevelopment, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
            values[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddLogging().AddTrialSite(configuration, isDevelopment).BuildServiceProvider();
    }
}
