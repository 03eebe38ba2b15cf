using System.Collections.Immutable;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>What was found in a diagram.</summary>
/// <param name="Process">What would run; null when it cannot be read.</param>
public sealed record DraftCheck(Process? Process, ImmutableArray<Finding> Findings)
{
    public bool HasErrors => Process is null || Findings.Any(static finding => finding.Severity is Severity.Error);

    /// <summary>Every error as a refusal: its rule, its sentence, its element.</summary>
    public Refusal? Refusal
    {
        get
        {
            var errors = Findings
                .Where(static finding => finding.Severity is Severity.Error)
                .Select(static finding => new Refusal(finding.Rule, $"{finding.Message}{finding.Fix}", finding.Element))
                .ToList();
            return HasErrors
                ? new Refusal("draft-has-errors", "下書きに直すところがあるため公開できません。指摘を直してからもう一度公開してください。") { Others = errors }
                : null;
        }
    }
}
