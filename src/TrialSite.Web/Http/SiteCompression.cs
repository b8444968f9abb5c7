using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace TrialSite.Web.Http;

/// <summary>Safe on HTTPS as well: no page holds a secret beside a visitor's words.</summary>
internal static class SiteCompression
{
    public static IServiceCollection AddSiteCompression(this IServiceCollection services) => services
        .AddResponseCompression(compression => compression.EnableForHttps = true)
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
}
