using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>What the signer sees, once the code was entered.</summary>
public sealed record ConsentGuestModel(string Path, OfficeFile Office, Consent Consent, ServicePlan Plan, string ClientName)
{
    private const int LongestName = 60;
    private const int LongestReason = 2000;

    public ConsentStep Step { get; init; }

    public ConsentOutcome? Answer { get; init; }

    public string TypedName { get; init; } = "";

    /// <summary>The signer ticked that the name on the page is theirs.</summary>
    public bool IsTicked { get; init; }

    /// <summary>What was drawn on the screen, as a data address of a PNG; empty where nothing was.</summary>
    public string Drawn { get; init; } = "";

    public SigningMark Mark => Office.SigningMark;

    public bool HasPicture => Picture() is not null;

    public string Reason { get; init; } = "";

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>What changed since the version that was agreed to before; empty for a first one.</summary>
    public IReadOnlyList<PlanChanges.Change> Changes { get; init; } = [];

    /// <summary>大きな字.</summary>
    public bool IsLarge { get; init; }

    public bool HasPaper => Plan.DocumentId is not null;

    public string AnswerKey => Answer is { } answer ? ActReader.Key(answer) : "";

    public string PlanName => Words.Of(Plan.Stage);

    /// <summary>What keeps the answer from being taken.</summary>
    public IEnumerable<Refusal> Wrong()
    {
        if (Answer is null)
        {
            yield return new Refusal("answer-missing", "「同意する」か「同意しない」を選んでください。", "answer");
        }

        if (Unsigned() is { } unsigned)
        {
            yield return unsigned;
        }

        if (Answer is ConsentOutcome.Declined && Reason.Length == 0)
        {
            yield return new Refusal("reason-missing", "同意しないときは、理由や直してほしいところを書いてください。", "reason");
        }

        if (Reason.Length > LongestReason)
        {
            yield return new Refusal("reason-too-long", string.Create(CultureInfo.InvariantCulture, $"理由は{LongestReason}字までで書いてください。"), "reason");
        }
    }

    /// <returns>The picture of the signature; null where none was drawn, or what came is none.</returns>
    internal byte[]? Picture() => Mark is SigningMark.Drawn ? DrawnSignature.Read(Drawn) : null;

    private Refusal? Unsigned() => Mark switch
    {
        SigningMark.Ticked => IsTicked ? null : new Refusal("tick-missing", $"{Consent.SignerName}さんが答えていることを確かめて、印を付けてください。", "ticked"),
        SigningMark.Drawn when Drawn.Length > 0 => !HasPicture ? new Refusal("signature-unreadable", "署名を読み取れませんでした。もう一度書くか、お名前を入力してください。", "name") : null,
        _ when TypedName.Length is > 0 and <= LongestName => null,
        SigningMark.Drawn => new Refusal("signature-missing", "署名を書くか、お名前を入力してください。", "name"),
        _ => new Refusal("name-missing", "お名前を入力してください。", "name"),
    };
}
