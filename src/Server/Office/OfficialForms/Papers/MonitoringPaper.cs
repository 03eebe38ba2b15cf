using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>What stands on 様式3-1.</summary>
internal sealed record MonitoringPaper(PaperHead Head)
{
    /// <summary>計画作成日.</summary>
    public DateOnly? PlanMadeOn { get; init; }

    /// <summary>モニタリング実施日.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Where the visit was, in words.</summary>
    public string Place { get; init; } = string.Empty;

    public SignatureBox Signature { get; init; } = SignatureBox.Blank;

    /// <summary>What stands in the box of the signature where the municipality asks for none; blank where it is signed.</summary>
    public string SignatureInstead { get; init; } = string.Empty;

    public string Policy { get; init; } = string.Empty;

    /// <summary>全体の状況.</summary>
    public string Overall { get; init; } = string.Empty;

    /// <summary>継続, 中途月変更 …, as printed.</summary>
    public string Result { get; init; } = string.Empty;

    public DateOnly? NextOn { get; init; }

    public ImmutableArray<MonitoringLine> Lines { get; init; } = [];
}
