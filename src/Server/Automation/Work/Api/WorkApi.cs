using System.Diagnostics;
using System.Security.Claims;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work.Bulk;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Automation.Work.Planning;
using OfficeWorkflow.Server.Offices;
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
        BulkApi.Map(work);
        Describe(work.MapPost("/{id:guid}/claim", Claim), "claimWork", "作業を引き受ける。");
        Describe(work.MapPost("/{id:guid}/release", Release), "releaseWork", "引き受けた作業を戻す。");
        Describe(work.MapPost("/{id:guid}/assignee", Assign), "assignWork", "担当を変える（管理者）。to は職員の番号、reason は必須。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(work.MapPost("/{id:guid}/delegation", Delegate), "delegateWork", "準備をほかの職員に頼む。終えるのは頼んだ人。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(work.MapPost("/{id:guid}/delegation/end", TakeBack), "takeBackWork", "準備を頼んだ作業を取り戻す。");
        Describe(work.MapPost("/{id:guid}/handback", HandBack), "handBackWork", "準備を頼まれた作業を、頼んだ人に返す。");
        Describe(work.MapPost("/{id:guid}/plan", Plan), "planWork", "再開日（followUpOn）、期限（dueOn）、急ぎの度合い（priority）を変える。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(work.MapPost("/{id:guid}/completion", Complete), "completeWork", "作業を終える。同じ operationId をもう一度送ると、同じ答えが返り、二度は行われない。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Describe(work.MapPost("/{id:guid}/return", Return), "returnWork", "前に終えた作業へ差し戻す。to は作業ひとつの returns にあるもの。")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).Produces<WorkJson>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);

    private static async Task<IResult> List([AsParameters] FindWork.Filter filter, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await FindWork.HandleAsync(filter, Session.RequiredOf(user), db, desk, stop) switch
        {
            Outcome<FindWork.Page>.Done done => TypedResults.Ok(new WorkPageJson(await OfAsync(done.Value.Lines, db, desk, stop), done.Value.Next)),
            Outcome<FindWork.Page>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Show(Guid id, HttpContext http, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(http.User);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return Problems.Of(WorkAnswers.Unknown);
        }

        http.Response.Headers.ETag = work.Item.Tag;
        var model = await ShowWork.HandleAsync(work, again: null, viewer, db, stop);
        if (model.Choices.IsRead)
        {
            await RevealWork.HandleAsync(work.Item, http, stop);
        }

        return TypedResults.Ok(OneWorkJson.Of(await JsonOfAsync(id, db, desk, stop), model, ReturnWork.Targets(work)));
    }

    private static async Task<IResult> Claim(Guid id, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await ClaimWork.HandleAsync(id, request.Headers.IfMatch, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> Release(Guid id, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await ClaimWork.ReleaseAsync(id, request.Headers.IfMatch, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> Assign(Guid id, HandoverForm form, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await ReassignWork.HandleAsync(id, form with { Read = request.Headers.IfMatch }, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> Delegate(Guid id, HandoverForm form, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await DelegateWork.HandleAsync(id, form with { Read = request.Headers.IfMatch }, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> TakeBack(Guid id, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await DelegateWork.TakeBackAsync(id, request.Headers.IfMatch, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> HandBack(Guid id, HandoverForm form, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await AnswerAsync(await DelegateWork.HandBackAsync(id, form with { Read = request.Headers.IfMatch }, Session.RequiredOf(user), db, desk, stop), db, desk, stop);

    private static async Task<IResult> Plan(
        Guid id, PlanWork.Form form, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, OfficeCalendars calendars, CancellationToken stop) =>
        await AnswerAsync(await PlanWork.HandleAsync(id, form with { Read = request.Headers.IfMatch }, Session.RequiredOf(user), db, desk, calendars, stop), db, desk, stop);

    private static async Task<IResult> Complete(
        Guid id, Completion completion, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CaseRunner runner, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return Problems.Of(WorkAnswers.Unknown);
        }

        if (!EntityTag.Holds(request.Headers.IfMatch, work.Item.Tag))
        {
            return Problems.Of(EntityTag.Outdated);
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
        Guid id, HandoverForm form, HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CaseRunner runner, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return Problems.Of(WorkAnswers.Unknown);
        }

        return EntityTag.Holds(request.Headers.IfMatch, work.Item.Tag)
            ? await AnswerAsync(await ReturnWork.HandleAsync(work, form, viewer, db, runner, stop), db, desk, stop)
            : Problems.Of(EntityTag.Outdated);
    }

    private static async Task<IResult> AnswerAsync(Outcome<Guid> outcome, OfficeDb db, WorkDesk desk, CancellationToken stop) => outcome switch
    {
        Outcome<Guid>.Done done => TypedResults.Ok(await JsonOfAsync(done.Value, db, desk, stop)),
        Outcome<Guid>.Refused no => Problems.Of(no.Refusal),
        _ => throw new UnreachableException(),
    };

    private static async Task<WorkJson> JsonOfAsync(Guid id, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        (await OfAsync(await WorkLine.OfAsync(db.Work.Where(row => row.Id == id), desk.Clock.GetUtcNow(), db, stop), db, desk, stop)).Single();

    private static async Task<IReadOnlyList<WorkJson>> OfAsync(IReadOnlyList<WorkLine> lines, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var all = new List<WorkJson>(lines.Count);
        foreach (var line in lines)
        {
            all.Add(WorkJson.Of(line, await desk.FormOfAsync(db, line, stop), desk.ReservedTo(line.Form)));
        }

        return all;
    }
}
