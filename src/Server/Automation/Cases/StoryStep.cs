namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>One thing that happened in a case, and what the procedure did because of it.</summary>
/// <param name="Along">Mails, services, work handed on: until the next thing happened.</param>
public sealed record StoryStep(TimelineEntry Headline, IReadOnlyList<TimelineEntry> Along)
{
    /// <summary>What is folded away, in a few words.</summary>
    public string Summary
    {
        get
        {
            var mails = Along.Count(static entry => entry.Kind is TimelineKind.Mail);
            var others = Along.Count - mails;
            return (mails, others) switch
            {
                (0, _) => $"続いたこと {others}件",
                (_, 0) => $"出たメール {mails}通",
                _ => $"出たメール {mails}通と、続いたこと {others}件",
            };
        }
    }
}
