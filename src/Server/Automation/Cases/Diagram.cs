using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Where a case stands in the drawing of its procedure, for the viewer of src/Designer, and the same as a sentence.</summary>
/// <param name="Address">Where the drawing is read.</param>
/// <param name="Current">Ids of elements that wait; one that waits twice stands here twice.</param>
/// <param name="Sentence">What a person without the picture reads.</param>
public sealed record Diagram(string Address, string Label, IReadOnlyList<string> Current, IReadOnlyList<string> Done, IReadOnlyList<string> Stuck, string Sentence)
{
    /// <param name="only">The element to mark, where the page is about one of several; null for all that wait.</param>
    internal static async Task<Diagram> OfAsync(CaseFile file, CaseState state, Process process, string? only, OfficeDb db, CancellationToken stop)
    {
        var number = await db.ProcedureVersions.Where(version => version.Id == file.VersionId).Select(static version => version.Number).SingleAsync(stop);
        var stuck = state.StuckTokens.Select(static token => token.NodeId).ToList();
        var current = state.Tokens.Where(static token => token.Trouble is null).Select(static token => token.NodeId)
            .Where(id => only is null || string.Equals(id, only, StringComparison.Ordinal)).ToList();
        return new Diagram(
            $"/procedures/{file.ProcedureKey}/versions/{number}.bpmn", $"「{file.ProcedureName}」の図", current, [], stuck, SentenceOf(process, state));
    }

    private static string SentenceOf(Process process, CaseState state)
    {
        if (state.HasEnded)
        {
            return "この案件は終わっています。";
        }

        var standing = state.Tokens.Select(token => process.Find(token.NodeId)).OfType<FlowNode>()
            .CountBy(NextSteps.Standing, StringComparer.Ordinal)
            .Select(static count => count.Value > 1 ? $"{count.Key}（{count.Value}件）" : count.Key);
        return $"いまは {string.Join("、", standing)}。";
    }
}
