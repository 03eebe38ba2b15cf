using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>A second person approves a request to publish, or declines it with a reason. Nobody approves what they drew.</summary>
public static class DecideRequest
{
    private const int LongestReason = 2_000;

    /// <param name="Answer"><c>approve</c> or <c>decline</c>.</param>
    public sealed record Form(string? Answer, string? Reason);

    public static async Task<Outcome<PublishRequest>> HandleAsync(Guid id, Form form, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person decides.");
        if (await db.PublishRequests.SingleOrDefaultAsync(row => row.Id == id, stop) is not { } request)
        {
            return new Refusal("request-unknown", "この承認の依頼は見つかりません。手続きのページから開き直してください。", Kind: RefusalKind.Unknown);
        }

        if (request.State is not RequestState.Waiting)
        {
            return Decided;
        }

        if (request.IsBy(person.PersonId))
        {
            return new Refusal("approver-is-author", "自分が変えた下書きは、自分では承認できません。ほかの管理者か事務管理者に頼んでください。", Kind: RefusalKind.NotAllowed);
        }

        var reason = form.Reason?.Trim() ?? "";
        if (WrongOf(form.Answer, reason) is { } wrong)
        {
            return wrong;
        }

        (request.State, request.DecidedAt, request.DecidedBy, request.Reason) =
            (form.Answer is "approve" ? RequestState.Approved : RequestState.Declined, clock.GetUtcNow(), person.PersonId, reason.Length > 0 ? reason : null);
        var (act, words) = form.Answer is "approve" ? ("publication-approved", "承認した") : ("publication-declined", "差し戻した");
        db.Note(person.OfficeId, request.DecidedAt.Value, act, $"procedure:{request.Key}", $"手続きの下書きの公開を{words}。");
        try
        {
            await db.SaveChangesAsync(stop);
            return request;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Decided;
        }
    }

    private static Refusal? WrongOf(string? answer, string reason) => answer switch
    {
        not ("approve" or "decline") => new Refusal("answer-missing", "承認するか、差し戻すかを選んでください。", nameof(Form.Answer)),
        _ when reason.Length > LongestReason => new Refusal("reason-too-long", $"理由は{LongestReason:N0}文字までです。短くしてください。", nameof(Form.Reason)),
        "decline" when reason.Length == 0 => new Refusal("reason-missing", "差し戻す理由を入力してください。", nameof(Form.Reason)),
        _ => null,
    };

    private static Refusal Decided => new("request-decided", "この承認の依頼は、もう決まっているか取り下げられています。手続きのページから開き直してください。", Kind: RefusalKind.Conflict);
}
