using System.Diagnostics;
using System.Security.Claims;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>Work as JSON: the same use cases, and the same refusals, as the pages.</summary>
internal static class WorkApi
{
    /// <param name="OperationId">Of the caller's own making: told again, it is answered again and done once.</param>
    /// <param name="Values">The form's fields; what is left out counts as not entered.</param>
    internal sealed record Completion(string? OperationId, JsonElement? Values);

    public static void Map(WebApplication app)
    {
        var work = app.MapGroup("/api/v1/work").RequireAuthorization(Policies.Member).WithTags("work");
        work.MapGet("", List).WithName("listWork").Produces<WorkPageJson>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("作業の一覧。case は案件、mine は自分の担当だけ、state は open・overdue・done、after は前のページの next。フォームの項目を含む。");
        work.MapGet("/{id:guid}", Show).WithName("showWork").Produces<OneWorkJson>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("作業ひとつ。選択肢、入力の初期値、今できない理由を含む。");
        Describe(work.MapPost("/{id:guid}/claim", Claim), "claimWork", "作業を引き受ける。");
        Describe(work.MapPost("/{id:guid}/release", Release), "releaseWork", "引き受けた作業を戻す。");
        Describe(work.MapPost("/{id:guid}/completion", Complete), "completeWork", "作業を終える。同じ operationId をもう一度送ると、同じ答えが返り、二度は行われない。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(work.MapPost("/{id:guid}/return", Return), "returnWork", "前に終えた作業へ差し戻す。to は作業ひとつの returns にあるもの。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).Produces<WorkJson>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> List([AsParameters] FindWork.Filter filter, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await FindWork.HandleAsync(filter, Session.RequiredOf(user), db, desk, stop) switch
        {
            Outcome<FindWork.Page>.Done done => TypedResults.Ok(new WorkPageJson([.. done.Value.Lines.Select(line => Of(line, desk))], done.Value.Next)),
            Outcome<FindWork.Page>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Show(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        return await desk.OpenAsync(id, viewer, db, stop) is { } work
            ? TypedResults.Ok(OneWorkJson.Of(
                await JsonOfAsync(id, db, desk, stop), await ShowWork.HandleAsync(work, again: null, viewer, db, stop), ReturnWork.Targets(work)))
            : Problems.Of(WorkAnswers.Unknown);
    }

    private static async Task<IResult> Claim(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await ClaimWork.HandleAsync(id, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> Release(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await ClaimWork.ReleaseAsync(id, Session.RequiredOf(user), db, desk.Clock, stop), db, desk, stop);

    private static async Task<IResult> Complete(
        Guid id, Completion completion, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CaseRunner runner, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return Problems.Of(WorkAnswers.Unknown);
        }

        if (PostedForm.WrongNames(work.Form, completion.Values) is { } wrong)
        {
            return Problems.Of(wrong);
        }

        var typed = PostedForm.Of(work.Form, completion.Values ?? default).WithoutBlankRows(work.Form);
        return await AnswerAsync(
            await FinishWork.HandleAsync(work, completion.OperationId ?? "", typed, viewer, db, runner, stop), db, desk, stop);
    }

    private static async Task<IResult> Return(
        Guid id, ReturnWork.Form form, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CaseRunner runner, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        return await desk.OpenAsync(id, viewer, db, stop) is { } work
            ? await AnswerAsync(await ReturnWork.HandleAsync(work, form, viewer, db, runner, stop), db, desk, stop)
            : Problems.Of(WorkAnswers.Unknown);
    }

    private static async Task<IResult> AnswerAsync(Outcome<Guid> outcome, OfficeDb db, WorkDesk desk, CancellationToken stop) => outcome switch
    {
        Outcome<Guid>.Done done => TypedResults.Ok(await JsonOfAsync(done.Value, db, desk, stop)),
        Outcome<Guid>.Refused no => Problems.Of(no.Refusal),
        _ => throw new UnreachableException(),
    };

    private static async Task<WorkJson> JsonOfAsync(Guid id, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        Of((await ListWork.LinesAsync(db.Work.Where(row => row.Id == id), desk.Clock.GetUtcNow(), db, stop)).Single(), desk);

    private static WorkJson Of(ListWork.Line line, WorkDesk desk) => WorkJson.Of(line, desk.FormOf(line.Form), desk.ReservedTo(line.Form));
}
