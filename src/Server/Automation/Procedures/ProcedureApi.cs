using System.Diagnostics;
using System.Text;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Retiring;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Checking;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Procedures as JSON and .bpmn text.</summary>
internal static class ProcedureApi
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal sealed record Found(string Rule, string Severity, string? Element, string Message, string Fix, int? Line);

    public static void Map(WebApplication app)
    {
        var procedures = app.MapGroup("/api/v1/procedures").RequireAuthorization(Policies.Member).WithTags("procedures");
        procedures.MapGet("", List).WithName("listProcedures");
        procedures.MapGet("/catalogue", Catalogue).WithName("showCatalogue");
        procedures.MapGet("/{key}", Show).WithName("showProcedure");
        procedures.MapGet("/{key}/versions/{number:int}.bpmn", Export).WithName("exportVersion");
        procedures.MapPut("/{key}/draft", Save).RequireAuthorization(Policies.DraftProcedures).WithName("saveDraft").Accepts<string>("application/xml");
        procedures.MapPost("/{key}/versions", Publish).RequireAuthorization(Policies.PublishProcedures).WithName("publishVersion");
        procedures.MapPost("/{key}/retirement", Retire).RequireAuthorization(Policies.PublishProcedures).WithName("retireProcedure");
        procedures.MapDelete("/{key}/retirement", TakeUp).RequireAuthorization(Policies.PublishProcedures).WithName("takeUpProcedure");
        SavedTrialApi.Map(app);
    }

    private static async Task<IResult> List(OfficeDb db, CancellationToken stop) =>
        TypedResults.Ok(new { items = await ListProcedures.HandleAsync(db, stop) });

    private static async Task<IResult> Catalogue(OfficeDb db, ShowCatalogue show, CancellationToken stop) => TypedResults.Ok(await show.HandleAsync(db, stop));

    private static async Task<IResult> Show(string key, HttpResponse response, OfficeDb db, CancellationToken stop) =>
        await ShowProcedure.HandleAsync(key, db, stop) switch
        {
            Outcome<ShowProcedure.Model>.Done { Value: var model } => WithTag(response, DraftMark.Of(model.Draft, model.Versions.Count > 0 ? model.Versions[0].Number : 0), TypedResults.Ok(
                new { model.Key, model.Name, model.Description, model.Versions, hasDraft = model.Draft is not null, retiredAt = model.Retirement?.At })),
            Outcome<ShowProcedure.Model>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Export(string key, int number, OfficeDb db, CancellationToken stop) =>
        await ShowProcedure.SourceAsync(key, number, db, stop) switch
        {
            Outcome<string>.Done done => TypedResults.Bytes(Strict.GetBytes(done.Value), "application/xml"),
            Outcome<string>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Save(
        string key, HttpRequest request, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, stop);
        if (Text(body.ToArray()) is not { } source)
        {
            return Problems.Of(new Refusal("file-not-utf8", "BPMN のファイルは UTF-8 で保存してください。"));
        }

        if (!TryRead(request.Headers.IfMatch, out var read))
        {
            return Problems.Of(EntityTag.Outdated);
        }

        return await SaveDraft.HandleAsync(key, new SaveDraft.Form(source, read?.Revision, read?.BasedOn), db, check, clock, stop) switch
        {
            Outcome<SaveDraft.Saved>.Done done => WithTag(request.HttpContext.Response, done.Value.Mark, TypedResults.Ok(new { findings = done.Value.Check.Findings.Select(Of) })),
            Outcome<SaveDraft.Saved>.Refused { Refusal.Kind: RefusalKind.Conflict } when read is not null => Problems.Of(EntityTag.Outdated),
            Outcome<SaveDraft.Saved>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> Publish(
        string key,
        PublishVersion.Form form,
        HttpRequest request,
        OfficeDb db,
        CheckDraft check,
        RunTrials trials,
        Publishing publishing,
        TimeProvider clock,
        CancellationToken stop)
    {
        if (!TryRead(request.Headers.IfMatch, out var read))
        {
            return Problems.Of(EntityTag.Outdated);
        }

        return await PublishVersion.HandleAsync(key, form with { Read = read?.ToString() }, db, check, trials, publishing, clock, stop) switch
        {
            Outcome<ProcedureVersion>.Done { Value: var version } => TypedResults.Created(
                $"/api/v1/procedures/{key}/versions/{version.Number}.bpmn", new { version = version.Number, version.StartsOn }),
            Outcome<ProcedureVersion>.Refused { Refusal.Code: PublishVersion.ChangedMeanwhile } => Problems.Of(EntityTag.Outdated),
            Outcome<ProcedureVersion>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> Retire(string key, RetireProcedure.Form form, OfficeDb db, ProcedureLibrary library, TimeProvider clock, CancellationToken stop) =>
        Answer(await RetireProcedure.HandleAsync(key, form, db, library, clock, stop));

    private static async Task<IResult> TakeUp(string key, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await RetireProcedure.TakeUpAsync(key, db, clock, stop));

    private static IResult Answer(Outcome<Procedure> outcome) => outcome switch
    {
        Outcome<Procedure>.Done { Value: var procedure } => TypedResults.Ok(new { procedure.Key, procedure.Name }),
        Outcome<Procedure>.Refused no => Problems.Of(no.Refusal),
        _ => throw new UnreachableException(),
    };

    private static IResult WithTag(HttpResponse response, DraftMark mark, IResult answer)
    {
        response.Headers.ETag = $"\"{mark}\"";
        return answer;
    }

    /// <returns>False for a word that no draft ever had.</returns>
    private static bool TryRead(string? expected, out DraftMark? read)
    {
        read = null;
        if (string.IsNullOrWhiteSpace(expected) || expected.Trim() is "*")
        {
            return true;
        }

        read = DraftMark.Read(expected.Trim().Trim('"'));
        return read is not null;
    }

    /// <summary>Exactly what came, so that it goes out again byte for byte; null when it is not UTF-8.</summary>
    private static string? Text(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Found Of(Finding finding) => new(
        finding.Rule, finding.Severity is Severity.Error ? "error" : "warning", finding.Element, finding.Message, finding.Fix, finding.Line);
}
