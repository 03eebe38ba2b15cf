using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Which elements a case has been on.</summary>
internal static class Passed
{
    public static IReadOnlyCollection<string> Nodes(IEnumerable<HistoryEntry> history)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in history)
        {
            using var events = CaseFormat.Parse(entry.Events);
            foreach (var text in events.RootElement.EnumerateArray())
            {
                switch (CaseFormat.ReadEvent(text.GetRawText()))
                {
                    case CaseEvent.Entered entered:
                        passed.Add(entered.NodeId);
                        break;
                    case CaseEvent.StepTakenOver taken:
                        passed.Add(taken.NodeId);
                        break;
                }
            }
        }

        return passed;
    }
}
