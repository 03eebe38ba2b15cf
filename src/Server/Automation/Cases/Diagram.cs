using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Where a case stands in the drawing of its procedure, for the viewer of src/Designer, and the same as a sentence.</summary>
/// <param name="Number">Of the version that the case runs on.</param>
/// <param name="Current">Ids of elements that wait; one that waits twice stands here twice.</param>
/// <param name="Sentence">What a person without the picture reads.</param>
public sealed record Diagram(
    string Key, string Name, int Number, IReadOnlyList<string> Current, IReadOnlyList<string> Done, IReadOnlyList<string> Stuck, string Sentence)
{
    /// <summary>Where the drawing is read.</summary>
    public string Address => $"/procedures/{Key}/versions/{Number}.bpmn";

    public string Label => $"「{Name}」の図";

    /// <param name="state">Null before the case was told anything.</param>
    /// <param name="passed">Elements that were done.</param>
    /// <param name="only">The element to mark, where the page is about one of several; null for all that wait.</param>
    internal static async Task<Diagram> OfAsync(
        CaseFile file, CaseState? state, Process process, IReadOnlyCollection<string> passed, string? only, OfficeDb db, CancellationToken stop)
    {
        var number = await db.ProcedureVersions.Where(version => version.Id == file.VersionId).Select(static version => version.Number).SingleAsync(stop);
        var tokens = state is null || state.HasEnded ? [] : state.Tokens.ToList();
        var current = tokens.Where(static token => token.Trouble is null).Select(static token => token.NodeId)
            .Where(id => only is null || string.Equals(id, only, StringComparison.Ordinal)).ToList();
        return new Diagram(
            file.ProcedureKey,
            file.ProcedureName,
            number,
            current,
            [.. passed.Except(current, StringComparer.Ordinal)],
            state?.StuckTokens.Select(static token => token.NodeId).ToList() ?? [],
            SentenceOf(process, tokens));
    }

    internal static string SentenceOf(Process process, IEnumerable<Token> tokens)
    {
        var standing = tokens.Select(token => process.Find(token.NodeId)).OfType<FlowNode>()
            .CountBy(NextSteps.Standing, StringComparer.Ordinal)
            .Select(static count => count.Value > 1 ? $"{count.Key}（{count.Value}件）" : count.Key)
            .ToList();
        return standing.Count == 0 ? "この手続きは終わっています。" : $"いまは{string.Join("、", standing)}。";
    }
}
