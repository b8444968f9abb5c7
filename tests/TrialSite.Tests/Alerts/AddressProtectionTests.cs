using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using TrialSite.Alerts;

namespace TrialSite.Tests.Alerts;

public sealed class AddressProtectionTests
{
    private const string Address = "Ada.Reader@example.org";

    [Fact]
    public async Task An_address_is_read_back_with_the_sites_keys()
    {
        await using var site = await TestSite.Open();
        await using var restarted = TestSite.WithoutStore(site.DataFolder);
        var encrypted = site.Get<AddressProtection>().Encrypt(TestSignUp.Address(Address));

        Assert.Equal(Address, restarted.Get<AddressProtection>().Decrypt(encrypted).Value);
    }

    [Fact]
    public async Task Other_keys_cannot_read_it()
    {
        await using var site = await TestSite.Open();
        await using var other = await TestSite.Open();
        var encrypted = site.Get<AddressProtection>().Encrypt(TestSignUp.Address(Address));

        Assert.ThrowsAny<CryptographicException>(() => other.Get<AddressProtection>().Decrypt(encrypted));
    }

    [Fact]
    public async Task The_same_address_is_encrypted_differently_each_time()
    {
        await using var site = await TestSite.Open();
        var protection = site.Get<AddressProtection>();

        Assert.NotEqual(protection.Encrypt(TestSignUp.Address(Address)), protection.Encrypt(TestSignUp.Address(Address)));
    }

    [Fact]
    public async Task Its_hash_is_the_same_in_any_case_and_after_a_restart()
    {
        await using var site = await TestSite.Open();
        await using var restarted = TestSite.WithoutStore(site.DataFolder);
        var hash = site.Get<AddressProtection>().HashOf(TestSignUp.Address(Address));

        Assert.Equal(hash, site.Get<AddressProtection>().HashOf(TestSignUp.Address("ada.reader@EXAMPLE.org")));
        Assert.Equal(hash, restarted.Get<AddressProtection>().HashOf(TestSignUp.Address(Address)));
        Assert.Equal(64, hash.Length);
    }

    [Fact]
    public async Task Its_hash_differs_with_the_address_the_purpose_and_the_keys()
    {
        await using var site = await TestSite.Open();
        await using var other = await TestSite.Open();
        var protection = site.Get<AddressProtection>();
        string[] hashes =
        [
            protection.HashOf(TestSignUp.Address(Address)),
            protection.HashOf(TestSignUp.Address("x" + Address)),
            protection.HashOfAddressBlock(Address.ToLowerInvariant()),
            other.Get<AddressProtection>().HashOf(TestSignUp.Address(Address)),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Address.ToLowerInvariant()))),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public async Task No_address_is_readable_in_the_database_or_its_log()
    {
        await using var site = await TestSite.Open();
        // The log stays as long as somebody reads.
        await using var reader = await site.OpenFile();
        await StoreFile.Rows(reader, "SELECT COUNT(*) FROM SignUps");
        await site.Get<SignUps>().Receive(TestSignUp.Of(Address, addressBlock: "198.51.100.77"), default);

        var files = Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var text = Encoding.Latin1.GetString(await ReadShared(file));
            foreach (var secret in new[] { "ada.reader", "Ada.Reader", "example.org", "198.51.100" })
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} in {Path.GetFileName(file)}");
        }
        Assert.Contains("knee-pain", Encoding.Latin1.GetString(await ReadShared($"{site.DatabaseFile}-wal")), StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Key_files_and_their_folder_are_for_their_owner_only()
    {
        await using var site = await TestSite.Open();
        var protection = site.Get<AddressProtection>();
        protection.HashOf(TestSignUp.Address(Address));
        protection.Encrypt(TestSignUp.Address(Address));
        var keys = Path.Combine(site.DataFolder, "keys");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        string[] files = [.. Directory.GetFiles(keys, "*.xml"), .. Directory.GetFiles(keys, "*.key")];
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task A_damaged_hash_key_is_a_fault_not_a_new_key()
    {
        await using var site = await TestSite.Open();
        site.Get<AddressProtection>().HashOf(TestSignUp.Address(Address));
        await File.WriteAllBytesAsync(Path.Combine(site.DataFolder, "keys", "address-hash.key"), [1, 2, 3]);
        await using var restarted = TestSite.WithoutStore(site.DataFolder);

        Assert.Throws<CryptographicException>(() => restarted.Get<AddressProtection>().HashOf(TestSignUp.Address(Address)));
    }

    [Fact]
    public async Task Many_processes_that_make_the_key_at_once_agree_on_one()
    {
        await using var site = await TestSite.Open();
        var sites = Enumerable.Range(0, 16).Select(_ => TestSite.WithoutStore(site.DataFolder)).ToList();

        var hashes = await Task.WhenAll(sites.Select(other => Task.Run(() => other.Get<AddressProtection>().HashOf(TestSignUp.Address(Address)))));

        Assert.Single(hashes.Distinct());
        foreach (var other in sites)
            await other.DisposeAsync();
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
