using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>
/// Which draft somebody has read (下書きの印). A draft that is begun after a publication counts its saves anew, but from a newer version: no two drafts of a
/// procedure have the same mark.
/// </summary>
/// <param name="Last">Number of the version that was the newest then; 0 where there was none.</param>
/// <param name="BasedOn">Number of the version that the edit began from.</param>
/// <param name="Revision">How often it was saved since; 0 where there was no draft yet.</param>
public sealed partial record DraftMark(int Last, int BasedOn, int Revision)
{
    public static DraftMark Of(ProcedureDraft? draft, int last) => new(last, draft?.BasedOn ?? last, draft?.Revision ?? 0);

    /// <summary>Null for a word that no draft ever had.</summary>
    public static DraftMark? Read(string text) =>
        Shape().Match(text) is { Success: true } match ? new DraftMark(NumberOf(match, "last"), NumberOf(match, "based"), NumberOf(match, "revision")) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"draft-{Last}-{BasedOn}-{Revision}");

    private static int NumberOf(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^draft-(?<last>[0-9]{1,9})-(?<based>[0-9]{1,9})-(?<revision>[0-9]{1,9})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
