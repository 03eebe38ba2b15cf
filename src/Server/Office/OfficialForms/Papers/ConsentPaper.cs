namespace OfficeWorkflow.Server.Office.OfficialForms.Papers;

/// <summary>What stands on the record of a consent: who agreed to which bytes, when, and how they were known to be who they are.</summary>
internal sealed record ConsentPaper(PaperHead Head)
{
    /// <summary>Title and version of the document that was shown.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of the document that was shown.</summary>
    public required string Sha256 { get; init; }

    public required string SignerName { get; init; }

    /// <summary>本人, 保護者, 法定代理人 or 代理人.</summary>
    public required string SignerKind { get; init; }

    public required string ExplainedBy { get; init; }

    public required string ExplainedAt { get; init; }

    public string ExplainedPlace { get; init; } = string.Empty;

    /// <summary>Paper, link …, in words.</summary>
    public required string Method { get; init; }

    /// <summary>How it was made sure who answered.</summary>
    public required string Identified { get; init; }

    /// <summary>Who was there, and whether and how they confirmed it, one a line; blank where nobody was asked.</summary>
    public string Witness { get; init; } = string.Empty;

    /// <summary>When the other party agreed beforehand to electronic means; blank on paper.</summary>
    public string ElectronicAgreement { get; init; } = string.Empty;

    /// <summary>同意する or 同意しない.</summary>
    public required string Answer { get; init; }

    public required string AnsweredAt { get; init; }

    public string Reason { get; init; } = string.Empty;

    /// <summary>Number of the consent's row.</summary>
    public required string Number { get; init; }

    /// <summary>Network address and program of who answered by link.</summary>
    public string AnsweredFrom { get; init; } = string.Empty;

    /// <summary>SHA-256 of the facts, as the audit row keeps it.</summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>Head of the audit chain when it was printed, if it was sealed already.</summary>
    public string ChainHead { get; init; } = string.Empty;
}
