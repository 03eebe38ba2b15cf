using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>What the page's script reads after it saved a draft.</summary>
internal static class DraftAnswers
{
    public static bool WantsJson(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    public static IResult Json(Outcome<SaveFormDraft.Saved> outcome) => outcome switch
    {
        Outcome<SaveFormDraft.Saved>.Done done => TypedResults.Json(new { revision = done.Value.Revision, savedAt = JapaneseEra.Short(done.Value.At) }),
        Outcome<SaveFormDraft.Saved>.Refused no => TypedResults.Json(new { code = no.Refusal.Code, reason = no.Refusal.Reason }, statusCode: RefusalPages.StatusOf(no.Refusal)),
        _ => throw new UnreachableException(),
    };
}
