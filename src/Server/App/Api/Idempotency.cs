using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Api;

/// <summary>
/// The header <c>Idempotency-Key</c> on writes of the API: the key is committed with the effect, so a repeated request gets the answer of
/// the first and has no effect, whether the first answer arrived or not.
/// </summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public static void UseIdempotency(this WebApplication app) => app.UseWhen(
        static http => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.ContainsKey(Header),
        static branch => branch.Use(HandleAsync));

    private static async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        var key = http.Request.Headers[Header].ToString();
        if (Session.ViewerOf(http.User) is not { } viewer)
        {
            await next(http);
            return;
        }

        if (key.Length is 0 or > LongestKey)
        {
            await Problems.Of(new Refusal("key-unreadable", "Idempotency-Key は200文字以内で指定してください。", Header)).ExecuteAsync(http);
            return;
        }

        var fingerprint = await FingerprintAsync(http);
        var db = http.RequestServices.GetRequiredService<OfficeDb>();
        if (await FindAsync(http, viewer.PersonId, key) is { } known)
        {
            await AnswerAgainAsync(http, known, fingerprint);
            return;
        }

        // Saved by whichever SaveChanges makes the effect.
        var request = new AnsweredRequest
        {
            PersonId = viewer.PersonId,
            Key = key,
            Request = fingerprint,
            At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        db.Add(request);
        await AnswerAsync(http, next, request, fingerprint);
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next, AnsweredRequest request, string fingerprint)
    {
        var body = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        try
        {
            await next(http);
        }
        catch (DbUpdateException) when (!http.Response.HasStarted)
        {
            http.Response.Body = body;
            if (await FindAsync(http, request.PersonId, request.Key) is not { } other)
            {
                throw;
            }

            // The same key at the same moment: the other one made the effect.
            await AnswerAgainAsync(http, other, fingerprint);
            return;
        }
        finally
        {
            http.Response.Body = body;
        }

        if (await KeepAsync(http, request, Encoding.UTF8.GetString(written.ToArray())) is { } first)
        {
            // It came too late for its effect because the first of the same key made it.
            http.Response.ContentLength = null;
            await AnswerAgainAsync(http, first, fingerprint);
            return;
        }

        written.Position = 0;
        await written.CopyToAsync(body, http.RequestAborted);
    }

    /// <summary>
    /// A request that was refused left no key and may be sent again. One that was answered well without a commit of the request's own context
    /// (each item in a commit of its own, or nothing left to do) has its key kept with the answer.
    /// </summary>
    /// <returns>Whoever had the key first, where that was another request.</returns>
    private static async Task<AnsweredRequest?> KeepAsync(HttpContext http, AnsweredRequest request, string body)
    {
        var (status, type) = (http.Response.StatusCode, http.Response.ContentType);
        if (http.RequestServices.GetRequiredService<OfficeDb>().Entry(request).State is EntityState.Unchanged)
        {
            await WriteAsync(http, request, status, type, body);
            return null;
        }

        (request.Status, request.ContentType, request.Body) = (status, type, body);
        return status < StatusCodes.Status300MultipleChoices && await AddAsync(http, request) ? null : await FindAsync(http, request.PersonId, request.Key);
    }

    private static async Task<bool> AddAsync(HttpContext http, AnsweredRequest request)
    {
        await using var db = http.RequestServices.GetRequiredService<OfficeDbs>().Open(new Scope.System("api"));
        db.Add(request);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private static async Task WriteAsync(HttpContext http, AnsweredRequest request, int status, string? type, string body)
    {
        await using var db = http.RequestServices.GetRequiredService<OfficeDbs>().Open(new Scope.System("api"));
        await db.InTransactionAsync(
            stop => db.Set<AnsweredRequest>()
                .Where(row => row.PersonId == request.PersonId && row.Key == request.Key)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(static one => one.Status, status).SetProperty(static one => one.ContentType, type)
                        .SetProperty(static one => one.Body, body),
                    stop),
            CancellationToken.None);
    }

    private static async Task AnswerAgainAsync(HttpContext http, AnsweredRequest known, string fingerprint)
    {
        if (!string.Equals(known.Request, fingerprint, StringComparison.Ordinal))
        {
            await Problems.Of(new Refusal("key-reused", "この Idempotency-Key は別の内容の要求に使われています。新しいキーを使ってください。", Header)).ExecuteAsync(http);
            return;
        }

        if (known.Status is not { } status)
        {
            var lost = new Refusal("answer-lost", "この要求は受け付けられましたが、答えが残っていません。結果を一覧で確かめてください。", Kind: RefusalKind.Conflict);
            await Problems.Of(lost).ExecuteAsync(http);
            return;
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = known.ContentType;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        await http.Response.WriteAsync(known.Body ?? "", http.RequestAborted);
    }

    private static async Task<AnsweredRequest?> FindAsync(HttpContext http, Guid personId, string key)
    {
        await using var db = http.RequestServices.GetRequiredService<OfficeDbs>().Open(new Scope.System("api"));
        return await db.Set<AnsweredRequest>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.PersonId == personId && row.Key == key, http.RequestAborted);
    }

    private static async Task<string> FingerprintAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, http.RequestAborted);
        http.Request.Body.Position = 0;
        var head = Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. content.ToArray()]));
    }
}
