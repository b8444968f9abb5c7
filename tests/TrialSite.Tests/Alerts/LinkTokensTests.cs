using System.Runtime.Versioning;
using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class LinkTokensTests
{
    [Fact]
    public async Task A_token_is_made_again_from_its_seed_after_a_restart()
    {
        await using var site = await TestSite.Open();
        await using var restarted = TestSite.WithoutStore(site.DataFolder);
        var seed = LinkTokens.NewSeed();
        var token = site.Get<LinkTokens>().TokenOf(seed);

        Assert.Equal(token, restarted.Get<LinkTokens>().TokenOf(seed));
        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
    }

    [Fact]
    public async Task A_seed_is_no_token_without_the_key()
    {
        await using var site = await TestSite.Open();
        await using var other = await TestSite.Open();
        var seed = LinkTokens.NewSeed();

        Assert.NotEqual(site.Get<LinkTokens>().TokenOf(seed), other.Get<LinkTokens>().TokenOf(seed));
        Assert.NotEqual(LinkTokens.NewSeed(), seed);
    }

    [Fact]
    public async Task A_stop_token_names_its_subscription_and_person()
    {
        await using var site = await TestSite.Open();
        await using var restarted = TestSite.WithoutStore(site.DataFolder);
        var token = site.Get<LinkTokens>().StopTokenOf(new(12, 7_001));

        Assert.True(restarted.Get<LinkTokens>().TryReadStopToken(token, out var target));
        Assert.Equal(new StopTarget(12, 7_001), target);
    }

    [Fact]
    public async Task No_other_stop_token_is_believed()
    {
        await using var site = await TestSite.Open();
        await using var other = await TestSite.Open();
        var tokens = site.Get<LinkTokens>();
        var token = tokens.StopTokenOf(new(3, 7));
        var changed = Enumerable.Range(0, token.Length).Select(at => $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}");
        string?[] forged = [.. changed, null, "", " ", token[..^1], token + "A", tokens.TokenOf("7"), other.Get<LinkTokens>().StopTokenOf(new(3, 7)), new string('é', token.Length)];

        Assert.All(forged, text => Assert.False(tokens.TryReadStopToken(text, out _), text));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_keys_are_files_for_their_owner_only()
    {
        await using var site = await TestSite.Open();
        site.Get<LinkTokens>().TokenOf(LinkTokens.NewSeed());
        site.Get<LinkTokens>().StopTokenOf(new(1, 1));

        foreach (var name in new[] { "mail-links.key", "stop-links.key" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(site.DataFolder, "keys", name)));
    }
}
