using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace TrialSite.Web.Api;

/// <summary>A value as JSON; who has it already is told so.</summary>
internal static class JsonAnswer
{
    public static FileContentHttpResult Of<T>(T value, JsonTypeInfo<T> type, HttpResponse response)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=600";
        return TypedResults.Bytes(bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }

    public static ProblemHttpResult NotFound(string title, string detail) => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: title, detail: detail);
}
