using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Messages;

/// <summary>
/// Tells kept messages to those who wait for them: one rule for live and kept ones. One subscription takes it; else a procedure
/// that starts by it; several subscriptions are for a person to decide; nobody leaves it kept.
/// </summary>
public sealed class Matching(OfficeDbs dbs, CaseRunner runner, Beginning beginning, TimeProvider clock)
{
    public async Task<MessageState> TellAsync(Guid officeId, string messageId, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.CaseOffice(officeId));
        var message = await db.Messages.SingleAsync(row => row.OfficeId == officeId && row.Id == messageId, stop);
        if (message.State is not MessageState.Kept)
        {
            return message.State;
        }

        var waiting = await db.Subscriptions.AsNoTracking()
            .Where(row => row.OfficeId == officeId && row.MessageName == message.Name && row.Key == message.Key)
            .Take(2)
            .ToListAsync(stop);
        try
        {
            return waiting switch
            {
                [] => await StartAsync(db, message, stop),
                [var one] => await TellAsync(db, message, one, stop),
                _ => await LeaveToPersonAsync(db, message, stop),
            };
        }
        catch (DbUpdateConcurrencyException)
        {
            // Told by another at this moment.
            return MessageState.Delivered;
        }
    }

    private async Task<MessageState> TellAsync(OfficeDb db, Message message, Subscription waiting, CancellationToken stop)
    {
        var values = (Value.Record)CaseFormat.ReadValue(message.Variables);
        message.State = MessageState.Delivered;
        message.CaseId = waiting.CaseId;
        var told = await runner.TellAsync(
            db, waiting.CaseId, new Input.MessageArrived(clock.GetUtcNow(), waiting.SubscriptionId, message.Id, values), stop);
        return told is Outcome<CaseFile>.Done ? MessageState.Delivered : MessageState.Kept;
    }

    private async Task<MessageState> StartAsync(OfficeDb db, Message message, CancellationToken stop)
    {
        var starts = await db.MessageStarts.AsNoTracking()
            .Where(row => row.OfficeId == message.OfficeId && row.MessageName == message.Name)
            .ToListAsync(stop);
        var sender = message.SentBy is { } id ? await db.Cases.AsNoTracking().SingleAsync(file => file.Id == id, stop) : null;
        foreach (var start in starts)
        {
            var request = new StartRequest(message.OfficeId, start.ProcedureKey, (Value.Record)CaseFormat.ReadValue(message.Variables))
            {
                StartNodeId = start.NodeId,
                OnlyVersion = start.VersionId,
                CaseId = DerivedId.Of(start.VersionId, message.Id),
                SubjectOf = sender,
            };
            message.State = MessageState.Delivered;
            message.CaseId = request.CaseId;
            if (await beginning.BeginAsync(db, request, stop) is Outcome<CaseFile>.Done)
            {
                return MessageState.Delivered;
            }
        }

        return MessageState.Kept;
    }

    private async Task<MessageState> LeaveToPersonAsync(OfficeDb db, Message message, CancellationToken stop)
    {
        message.State = MessageState.Ambiguous;
        db.Incidents.Add(new Incident
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            OfficeId = message.OfficeId,
            CaseId = message.SentBy,
            Kind = IncidentKind.Message,
            About = message.Id,
            Code = "message-ambiguous",
            Reason = $"メッセージ「{message.Name}」を待っている案件が複数あり、どれに渡すか決められません。",
            OpenedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(stop);
        return MessageState.Ambiguous;
    }
}
