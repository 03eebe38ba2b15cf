using OfficeWorkflow.Server.Office.Compliance.Facts;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>The specialist visited and interviewed user and family, and the record says where.</summary>
internal static class HomeVisitRecorded
{
    public static Duty Duty { get; } = new(
        "C04",
        "居宅等を訪問したアセスメント",
        Duty.Stops,
        "運営基準「アセスメント」(居宅等への訪問による面接)",
        "相談支援専門員が居宅・施設・病院を訪問して本人と家族に面接し、場所と同席者を記録してください。",
        Check)
    {
        RestsOn = [new Foundation("C05", "テレビ電話による面接の要件がそろっていないため、訪問による面接に代わる記録になりません。")],
    };

    private static Verdict Check(ClientFacts facts, DutySettings settings) => facts.Assessment is { } assessment
        ? Verdict.Of(Wrongs(assessment), $"{JapaneseEra.Date(assessment.VisitedOn)}に{assessment.Place}で面接しています。")
        : Verdict.Lacking(facts.Draft is not null || facts.HasSubmissionOrLater, "アセスメントの記録がありません。");

    private static IEnumerable<string> Wrongs(AssessmentFact assessment)
    {
        if (!assessment.BySpecialist)
        {
            yield return "相談支援専門員が行ったアセスメントではありません。";
        }

        if (string.IsNullOrWhiteSpace(assessment.Place))
        {
            yield return "面接した場所(居宅・施設・病院)が記録されていません。";
        }

        if (!assessment.UserPresent)
        {
            yield return "本人と面接した記録がありません。";
        }

        if (!assessment.FamilyPresent && string.IsNullOrWhiteSpace(assessment.FamilyAbsentReason))
        {
            yield return "家族と面接していない理由が記録されていません。";
        }
    }
}
