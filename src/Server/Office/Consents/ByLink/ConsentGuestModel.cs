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

    public string Reason { get; init; } = "";

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

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

        if (TypedName.Length is 0 or > LongestName)
        {
            yield return new Refusal("name-missing", "お名前を入力してください。", "name");
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
}
