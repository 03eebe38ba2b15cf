using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>
/// 説明と同意: one version of a plan was explained by a 相談支援専門員, and the right person agreed to it or did not. Answered once.
/// </summary>
public sealed class Consent : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The version that was explained.</summary>
    public required Guid PlanId { get; init; }

    public required PlanStage Stage { get; init; }

    /// <summary>SHA-256 of the stored document that was shown, in lower-case hex; null where there was none.</summary>
    public string? DocumentHash { get; init; }

    public required Guid ExplainedBy { get; init; }

    public required DateOnly ExplainedOn { get; init; }

    public required string ExplainedPlace { get; init; }

    public required SignerKind Signer { get; init; }

    public required string SignerName { get; init; }

    /// <summary>続柄, or what entitles the signer; null for the client.</summary>
    public string? SignerRelation { get; init; }

    /// <summary>Why a 代理人 writes and not the client; null where the client or a legal representative does.</summary>
    public string? SignerReason { get; init; }

    /// <summary>Another person's consent is asked after this one: this yes alone does not make the plan agreed.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>The plan in やさしい日本語, with readings in brackets, as it was explained; null where it was not written.</summary>
    public string? EasyText { get; init; }

    public required ConsentMethod Method { get; init; }

    /// <summary>Who was there when consent was given by word of mouth.</summary>
    public string? Witness { get; init; }

    /// <summary>電磁的方法の承諾: when the signer agreed beforehand to answer electronically, and to which means.</summary>
    public DateOnly? ElectronicAgreedOn { get; init; }

    public string? ElectronicMeans { get; init; }

    /// <summary>Where the link goes.</summary>
    public string? Mail { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public ConsentOutcome? Outcome { get; private set; }

    public DateOnly? ConsentedOn { get; private set; }

    public string? DeclinedReason { get; private set; }

    /// <summary>Scan of the signed paper, or the picture of what was signed on the screen.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>What the signer typed as name on the page behind the link.</summary>
    public string? TypedName { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who of the staff recorded the paper; null when the answer came by link.</summary>
    public Guid? AnswerRecordedBy { get; private set; }

    /// <summary>Network address and program that the answer by link came from.</summary>
    public string? AnsweredFrom { get; private set; }

    /// <summary>What was answered, as its audit row knows it by fingerprint; null for what was answered before there were receipts.</summary>
    public string? Facts { get; private set; }

    /// <summary>撤回: from that day nobody may rely on it.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>What was asked before this moment was asked of people who counted on it.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public Guid? WithdrawnRecordedBy { get; private set; }

    public static Refusal AlreadyAnswered { get; } =
        new("consent-already-answered", "この同意のお願いには、すでに返事が記録されています。", Kind: RefusalKind.Conflict);

    public static Refusal AlreadyWithdrawn { get; } =
        new("consent-already-withdrawn", "この同意の撤回は、すでに記録されています。", Kind: RefusalKind.Conflict);

    public bool IsWithdrawn => WithdrawnOn is not null;

    public bool IsAnswered => Outcome is not null;

    public bool IsAgreed => Outcome is ConsentOutcome.Agreed;

    /// <summary>Who agreed takes it back.</summary>
    public Refusal? Withdraw(DateTimeOffset at, string reason, Guid recordedBy)
    {
        if (!IsAgreed)
        {
            return new Refusal("consent-not-given", "同意がないので、撤回はできません。", Kind: RefusalKind.Conflict);
        }

        if (IsWithdrawn)
        {
            return AlreadyWithdrawn;
        }

        (WithdrawnOn, WithdrawnAt, WithdrawnReason, WithdrawnRecordedBy) = (JapaneseEra.DayInTokyo(at), at, reason, recordedBy);

        return null;
    }

    /// <summary>Writes down once what was answered.</summary>
    public void Prove(string facts) => Facts ??= facts;

    /// <summary>Records the one answer.</summary>
    public Refusal? Answer(ConsentAnswer answer)
    {
        if (IsAnswered)
        {
            return AlreadyAnswered;
        }

        Outcome = answer.Outcome;
        ConsentedOn = answer.On;
        DeclinedReason = answer.Outcome is ConsentOutcome.Declined ? answer.Reason : null;
        DocumentId = answer.DocumentId;
        TypedName = answer.TypedName;
        AnsweredAt = answer.At;
        AnswerRecordedBy = answer.RecordedBy;
        AnsweredFrom = answer.From;

        return null;
    }
}
