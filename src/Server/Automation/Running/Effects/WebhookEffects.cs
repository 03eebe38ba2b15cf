using System.Text.Json;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>What other programs are told of a decision: written in its commit, sent after it.</summary>
internal static class WebhookEffects
{
    public static void Apply(OfficeDb db, Decided decided, IReadOnlyList<Webhook> webhooks)
    {
        if (webhooks.Count == 0 || decided.Accepted.Events.IsEmpty)
        {
            return;
        }

        foreach (var (what, data) in Told(decided))
        {
            var message = new WebhookMessage(Guid.CreateVersion7(decided.At), what, decided.At, data);
            db.Outbox.AddRange(webhooks.Where(webhook => webhook.Wants(what)).Select(message.To));
        }
    }

    private static IEnumerable<(string What, WebhookMessage.Content Data)> Told(Decided decided)
    {
        var file = decided.File;
        var about = new WebhookMessage.Content(file.Id, file.ProcedureKey);
        if (decided.Before is null)
        {
            yield return (WebhookEvents.CaseStarted, about);
        }

        foreach (var effect in decided.Accepted.Effects)
        {
            switch (effect)
            {
                case Effect.OpenWorkItem open:
                    yield return (WebhookEvents.WorkOpened, about with { WorkId = DerivedId.Of(file.Id, open.WorkId), Step = open.NodeId });
                    break;
                case Effect.CloseWorkItem close:
                    yield return (WebhookEvents.WorkEnded, about with { WorkId = DerivedId.Of(file.Id, close.WorkId), End = Named(close.End) });
                    break;
            }
        }

        if (decided.After.HasEnded)
        {
            yield return (WebhookEvents.CaseEnded, about with { End = Named(file.Status) });
        }
    }

    private static string Named<TEnd>(TEnd end)
        where TEnd : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(end.ToString());
}
