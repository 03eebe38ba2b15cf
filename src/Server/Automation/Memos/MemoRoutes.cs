using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Memos.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Memos;

internal static class MemoRoutes
{
    private const string Address = "/memos";

    public static void Map(IEndpointRouteBuilder app)
    {
        var memos = app.MapGroup(Address).RequireAuthorization(Policies.Member);
        memos.MapGet("", ShowAll);
        memos.MapGet("/new", ShowNew).RequireAuthorization(Policies.Work);
        memos.MapPost("", Write).RequireAuthorization(Policies.Work);
        memos.MapGet("/{id:guid}", ShowOne).Reveals("memo-opened", "memo", "電話メモを開いた");
        memos.MapPost("/{id:guid}/claim", Take).RequireAuthorization(Policies.Work);
        memos.MapPost("/{id:guid}/completion", Finish).RequireAuthorization(Policies.Work);
        memos.MapGet("/{id:guid}/cases", ShowCases).RequireAuthorization(Policies.Work);
        memos.MapPost("/{id:guid}/case", Attach).RequireAuthorization(Policies.Work);
    }

    private static async Task<IResult> ShowAll([AsParameters] ListMemos.Filter filter, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<MemoListPage, ListMemos.Model>(await ListMemos.HandleAsync(filter, Session.RequiredOf(user), db, clock, stop) with { MayWork = MayWork(user) });

    private static async Task<IResult> ShowNew(OfficeDb db, CancellationToken stop) =>
        View.Of<WriteMemoPage, WriteMemo.Model>(await WriteMemo.ShowAsync(WriteMemo.Form.Blank, [], db, stop));

    private static async Task<IResult> Write([FromForm] WriteMemo.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await WriteMemo.HandleAsync(form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.LocalRedirect($"{Address}/{done.Value}"),
            Outcome<Guid>.Refused no => View.Of<WriteMemoPage, WriteMemo.Model>(
                await WriteMemo.ShowAsync(form, [.. no.Refusal.All], db, stop), StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ShowOne(Guid id, ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        await SeeToMemo.ShowAsync(id, Session.RequiredOf(user), MayWork(user), db, stop) is { } model
            ? View.Of<MemoPage, SeeToMemo.Model>(model)
            : Answer(SeeToMemo.Unknown);

    private static async Task<IResult> Take(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await SeeToMemo.TakeAsync(id, Session.RequiredOf(user), db, clock, stop));

    private static async Task<IResult> Finish(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await SeeToMemo.FinishAsync(id, Session.RequiredOf(user), db, clock, stop));

    private static async Task<IResult> ShowCases(Guid id, string? q, ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        await SeeToMemo.CasesAsync(id, q, Session.RequiredOf(user), db, stop) is { } model
            ? View.Of<MemoCasePage, SeeToMemo.CasesModel>(model)
            : Answer(SeeToMemo.Unknown);

    private static async Task<IResult> Attach(Guid id, [FromForm(Name = "case")] Guid? caseId, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await SeeToMemo.AttachAsync(id, caseId, Session.RequiredOf(user), db, clock, stop));

    private static IResult Answer(Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Done done => TypedResults.LocalRedirect($"{Address}/{done.Value}"),
        Outcome<Guid>.Refused no => Answer(no.Refusal),
        _ => throw new UnreachableException(),
    };

    private static IResult Answer(Refusal refusal) => RefusalPages.Of(refusal, "電話メモ", "電話メモの一覧へ", Address);

    private static bool MayWork(ClaimsPrincipal user) => Policies.Names[Policies.Work].Any(Session.RequiredOf(user).Has);
}
