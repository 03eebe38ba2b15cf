using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases.Moving;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>Everything to be seen before a text becomes the next version: what differs, what is found, what uses it, what it means for running cases.</summary>
public sealed class ShowPublish(CheckDraft check, RunTrials trials, OfficeWords words, PreviewMove preview, ProcedureLibrary library, TimeProvider clock)
{
    /// <summary>What the person who looks may do.</summary>
    public sealed record Rights(bool MayDraft, bool MayReview, bool MayPublish, bool MayMove, Guid PersonId);

    /// <param name="Last">Number of the version published last; 0 where there is none.</param>
    /// <param name="NewAddress">Where the drawing of the text is read.</param>
    public sealed record Model(
        string Key,
        string Name,
        int Last,
        string NewAddress,
        Comparison Comparison,
        IReadOnlyList<Finding> Findings,
        WhereUsed.Model Used,
        PreviewMove.Model Impact,
        Rights Rights)
    {
        /// <summary>The procedure can be published so.</summary>
        public bool IsSound => !Findings.Any(static finding => finding.Severity is Severity.Error);

        public bool NeedsApproval { get; init; }

        public PublishRequest? Request { get; init; }

        /// <summary>Who asked, and who decided.</summary>
        public string AskedBy { get; init; } = "";

        public string DecidedBy { get; init; } = "";

        /// <summary>Mark of the draft, where the text is one.</summary>
        public string? Read { get; init; }

        /// <summary>Set while the version published last is not in use yet.</summary>
        public Waiting? Waits { get; init; }

        /// <summary>A newer version was published since the draft was begun.</summary>
        public bool IsOutdated { get; init; }

        /// <summary>The request asks for just what the draft says now.</summary>
        public bool IsRequestOfDraft { get; init; }

        public string? Note { get; init; }

        public string? StartsOn { get; init; }

        /// <summary>How many cases wait to be moved to a version that is published already.</summary>
        public int Planned { get; init; }

        /// <summary>What one goes back to, where this is a way back.</summary>
        public string? Restoring { get; init; }

        public IReadOnlyList<Refusal> Refusals { get; init; } = [];
    }

    /// <param name="From">The day from which the version published last is used.</param>
    /// <param name="InForce">Number of the version that is used until then; 0 where there is none.</param>
    /// <param name="Comparison">The text against the version in use.</param>
    public sealed record Waiting(DateOnly From, int InForce, Comparison Comparison);

    /// <summary>The draft against the version published last; null when there is no draft.</summary>
    public async Task<Model?> OfDraftAsync(string key, Rights rights, OfficeDb db, CancellationToken stop)
    {
        if (await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop) is not { } draft)
        {
            return null;
        }

        var office = db.Scope.Office ?? Guid.Empty;
        var request = await db.PublishRequests.AsNoTracking()
            .Where(row => row.Key == key && (row.State == RequestState.Waiting || row.State == RequestState.Approved || row.State == RequestState.Declined))
            .OrderByDescending(static row => row.AskedAt).FirstOrDefaultAsync(stop);
        var model = await OfTextAsync(key, draft.Source, $"/procedures/{key}/publish/draft.bpmn", rights, db, stop);
        return await WithPeopleAsync(model, request, db, stop) with
        {
            NeedsApproval = await db.Offices.Where(row => row.Id == office).Select(static row => row.NeedsApproval).SingleOrDefaultAsync(stop),
            Read = DraftMark.Of(draft, model.Last).ToString(),
            IsOutdated = draft.BasedOn != model.Last,
            IsRequestOfDraft = string.Equals(request?.Source, draft.Source, StringComparison.Ordinal),
            Note = request?.Note,
        };
    }

    /// <summary>What a second person is asked to approve; null when there is no such request.</summary>
    public async Task<Model?> OfRequestAsync(string key, Guid id, Rights rights, OfficeDb db, CancellationToken stop)
    {
        if (await db.PublishRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Key == key, stop) is not { } request)
        {
            return null;
        }

        var model = await OfTextAsync(key, request.Source, $"/procedures/{key}/requests/{id}/drawing", rights, db, stop);
        return await WithPeopleAsync(model, request, db, stop);
    }

    /// <summary>An older version, or the shipped procedure, against the newest; null where there is nothing to go back to.</summary>
    public async Task<Model?> OfRestoringAsync(string key, string? to, Rights rights, OfficeDb db, CancellationToken stop)
    {
        if (await RestoreVersion.SourceAsync(key, to, db, check, stop) is not { } source)
        {
            return null;
        }

        var isShipped = to is RestoreVersion.Shipped;
        var address = isShipped ? $"/procedures/{key}/shipped.bpmn" : $"/procedures/{key}/versions/{to}.bpmn";
        var label = RestoreVersion.LabelOf(to);
        return await OfTextAsync(key, source, address, rights, db, stop) with { Restoring = label, Note = $"{label}に戻す。" };
    }

    private async Task<Model> OfTextAsync(string key, string source, string address, Rights rights, OfficeDb db, CancellationToken stop)
    {
        var last = await db.ProcedureVersions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(static row => row.Number).FirstOrDefaultAsync(stop);
        var known = await words.HandleAsync(db, stop);
        var found = await trials.AddAsync(await check.HandleAsync(key, source, db, stop), db, stop);
        var name = await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleOrDefaultAsync(stop);
        return new Model(
            key,
            name ?? (found.Process?.Name is { Length: > 0 } drawn ? drawn : key),
            last?.Number ?? 0,
            address,
            Differ.Compare(last?.Source ?? "", source, key, known),
            found.Findings,
            found.Process is { } process ? await WhereUsed.HandleAsync(process, known, db, library, stop) : new WhereUsed.Model([], []),
            await preview.HandleAsync(db, key, source, versionId: null, MoveChoices.None, clock.GetUtcNow(), stop),
            rights)
        {
            Waits = await WaitingAsync(last, source, known, db, stop),
            Planned = await OvertakenMoves.PlannedAsync(key, db, stop),
        };
    }

    private async Task<Waiting?> WaitingAsync(ProcedureVersion? last, string source, Words known, OfficeDb db, CancellationToken stop)
    {
        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        if (last is null || last.StartsOn <= today)
        {
            return null;
        }

        var current = await ProcedureLibrary.CurrentAsync(db, last.OfficeId, last.Key, today, stop);
        return new Waiting(last.StartsOn, current?.Number ?? 0, Differ.Compare(current?.Source ?? "", source, last.Key, known));
    }

    private static async Task<Model> WithPeopleAsync(Model model, PublishRequest? request, OfficeDb db, CancellationToken stop)
    {
        if (request is null)
        {
            return model;
        }

        var people = await db.People.Where(row => row.Id == request.AskedBy || row.Id == request.DecidedBy).ToDictionaryAsync(static row => row.Id, static row => row.Name, stop);
        return model with
        {
            Request = request,
            AskedBy = people.GetValueOrDefault(request.AskedBy, "―"),
            DecidedBy = request.DecidedBy is { } by ? people.GetValueOrDefault(by, "―") : "",
        };
    }
}
