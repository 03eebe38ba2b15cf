using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Tokens;

/// <summary>A person who leads puts a place of a case elsewhere by hand (置き直し): sees what that ends and begins, says why, and the engine does it or says why not.</summary>
public sealed class PlaceToken(ProcedureLibrary library, OfficeCalendars calendars, CaseRunner runner, TimeProvider clock)
{
    private const int LongestReason = 1_000;

    public sealed record Form
    {
        /// <summary>Id of the step to go to.</summary>
        public string? To { get; init; }

        public string? Reason { get; init; }

        /// <summary>Number of the case's last change when the person saw what would happen.</summary>
        public long? Seen { get; init; }
    }

    /// <param name="Ends">What would end, one sentence each.</param>
    /// <param name="Begins">What would begin.</param>
    public sealed record Preview(string To, IReadOnlyList<string> Ends, IReadOnlyList<string> Begins);

    /// <param name="WhyNot">Why it must stay where it is.</param>
    public sealed record Model(
        Guid CaseId, string Procedure, string? Subject, string TokenId, string NodeId, string Label, IReadOnlyList<Option> Places, string? WhyNot, Form Form)
    {
        /// <summary>Null until a step is chosen to which it can go.</summary>
        public Preview? Preview { get; init; }

        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    /// <summary>A token of a case that goes on.</summary>
    private sealed record Found(CaseFile File, Process Process, CaseState State, Token Token);

    /// <returns>Null where the case has no such token any more.</returns>
    public async Task<Model?> ShowAsync(Guid caseId, string tokenId, Form form, OfficeDb db, CancellationToken stop)
    {
        if (await FindAsync(caseId, tokenId, db, stop) is not var (file, process, state, token))
        {
            return null;
        }

        var places = Placing.Places(process, state, tokenId);
        var model = new Model(
            caseId,
            file.ProcedureName,
            file.SubjectLabel,
            tokenId,
            token.NodeId,
            NodeWords.Of(process.Node(token.NodeId)),
            [.. places.Select(static place => new Option(place.Id, NodeWords.Of(place)))],
            Placing.WhyNot(process, state, tokenId),
            form with { Seen = file.Revision });
        if (string.IsNullOrEmpty(form.To) || model.WhyNot is not null)
        {
            return model;
        }

        return await DecideAsync(file, process, state, InputOf(token, form, db), db, stop) switch
        {
            Decision.Refused no => model with { Refusals = [new Refusal(no.Code, no.Reason, "to")] },
            Decision.Accepted yes => model with { Preview = await PreviewAsync(file, process, NodeWords.Of(process.Node(form.To)), Placing.PlanOf(state, yes), db, stop) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public async Task<Outcome<CaseFile>> HandleAsync(Guid caseId, string tokenId, Form form, OfficeDb db, CancellationToken stop)
    {
        if (await FindAsync(caseId, tokenId, db, stop) is not var (file, process, state, token))
        {
            return new Refusal("token-unknown", "この案件は先に進み、選んだところにはもういません。案件を開き直してください。", Kind: RefusalKind.Unknown);
        }

        if (form.Reason?.Trim() is not { Length: > 0 and <= LongestReason })
        {
            return new Refusal("reason-missing", "置き直す理由を1,000文字までで入力してください。", "reason");
        }

        if (form.Seen is { } seen && seen != file.Revision)
        {
            return new Refusal("case-went-on", "ご覧になってから案件が動きました。いま置き直すと起きることを、もう一度確かめてください。", "to");
        }

        var input = InputOf(token, form, db);
        if (await DecideAsync(file, process, state, input, db, stop) is not Decision.Accepted accepted)
        {
            return await runner.TellAsync(db, caseId, input, stop);
        }

        var (from, to) = (NodeWords.Of(process.Node(token.NodeId)), NodeWords.Of(process.Node(input.ToNodeId)));
        var (before, after) = (Diagram.SentenceOf(process, state.Tokens), Diagram.SentenceOf(process, accepted.State.Tokens));
        db.Note(file.OfficeId, input.At, "token-placed", $"case:{caseId}", $"案件を「{from}」から「{to}」へ手で置き直した。前: {before} 後: {after}", caseId);
        return await runner.TellAsync(db, caseId, input, stop);
    }

    private async Task<Found?> FindAsync(Guid caseId, string tokenId, OfficeDb db, CancellationToken stop)
    {
        var file = await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == caseId, stop);
        if (file is not { TakesNothing: false, State.Length: > 0 })
        {
            return null;
        }

        var state = CaseFormat.Read(file.State);
        return state.Token(tokenId) is { } token ? new Found(file, await library.ProcessAsync(db, file.VersionId, stop), state, token) : null;
    }

    private Input.TokenPlaced InputOf(Token token, Form form, OfficeDb db) =>
        new(clock.GetUtcNow(), token.Id, token.NodeId, form.To ?? "", form.Reason?.Trim() ?? "", (db.Scope as Scope.Person)?.PersonId.ToString());

    private async Task<Decision> DecideAsync(CaseFile file, Process process, CaseState state, Input input, OfficeDb db, CancellationToken stop) =>
        Engine.Decide(process, state, input with { Calendar = await calendars.OfAsync(db, file.OfficeId, stop) });

    private static async Task<Preview> PreviewAsync(CaseFile file, Process process, string to, PlacePlan plan, OfficeDb db, CancellationToken stop)
    {
        var people = db.People;
        var holders = await db.Work.AsNoTracking()
            .Where(work => work.CaseId == file.Id && work.EndedAt == null && work.AssigneeId != null)
            .Select(work => new { work.EngineId, Name = people.Where(person => person.Id == work.AssigneeId).Select(static person => person.Name).FirstOrDefault() })
            .ToListAsync(stop);
        var words = new PlaceWords(process, holders.ToDictionary(static work => work.EngineId, static work => work.Name ?? "", StringComparer.Ordinal));
        return new Preview(to, words.Ends(plan), words.Begins(plan));
    }
}
