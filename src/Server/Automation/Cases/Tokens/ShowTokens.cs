using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Tokens;

/// <summary>Where a case and what it called stand, as far as a person can put it elsewhere.</summary>
internal static class ShowTokens
{
    public static async Task<IReadOnlyList<StandingToken>> HandleAsync(IReadOnlyList<CaseFile> files, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var standing = new List<StandingToken>();
        foreach (var file in files.Where(static file => !file.TakesNothing && file.State.Length > 0))
        {
            var process = await library.ProcessAsync(db, file.VersionId, stop);
            var state = CaseFormat.Read(file.State);
            standing.AddRange(
                from token in state.Tokens
                where Placing.WhyNot(process, state, token.Id) is null
                select new StandingToken(file.Id, token.Id, process.Node(token.NodeId).Label, file.Id == files[0].Id ? null : file.ProcedureName));
        }

        return standing;
    }
}
