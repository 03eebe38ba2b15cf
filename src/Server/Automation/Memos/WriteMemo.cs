using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Memos;

/// <summary>Writes a memo while somebody is still on the telephone: what about, who rang, what was said, who sees to it until when.</summary>
public static class WriteMemo
{
    public const int LongestLine = 200;
    public const int LongestText = 3_000;

    public sealed record Form(string? Heading, string? Caller, string? Text, string? Assignee, string? DueOn)
    {
        public static Form Blank { get; } = new(null, null, null, null, null);
    }

    public sealed record Model(Form Form, IReadOnlyList<Option> People, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(Form form, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        new(form, await Members.WhoWorkAsync(db, stop), refusals);

    internal static async Task<Outcome<Guid>> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var (heading, caller, text) = (Clean(form.Heading), Clean(form.Caller), Clean(form.Text));
        var due = string.IsNullOrWhiteSpace(form.DueOn) ? null : TypedText.Day(form.DueOn);
        var now = clock.GetUtcNow();
        var isKnown = Guid.TryParse(form.Assignee, out var assignee) && (await Members.WhoWorkAsync(db, stop)).Any(one => string.Equals(one.Key, assignee.ToString(), StringComparison.Ordinal));
        if (Wrong(heading, caller, text, form, due, isKnown, JapaneseEra.DayInTokyo(now)).ToList() is [var first, .. var others])
        {
            return first with { Others = others };
        }

        var memo = new Memo
        {
            Id = Guid.CreateVersion7(now),
            OfficeId = viewer.OfficeId,
            Heading = heading,
            Caller = caller,
            Text = text,
            WrittenBy = viewer.PersonId,
            WrittenAt = now,
            DueOn = due,
            AssigneeId = isKnown ? assignee : null,
        };
        db.Memos.Add(memo);
        db.Note(viewer.OfficeId, now, "memo-written", $"memo:{memo.Id}", "電話メモを書いた。");
        await db.SaveChangesAsync(stop);
        return memo.Id;
    }

    private static IEnumerable<Refusal> Wrong(string heading, string caller, string text, Form form, DateOnly? due, bool isKnown, DateOnly today)
    {
        if (heading.Length is 0 or > LongestLine)
        {
            yield return new Refusal("heading-missing", $"「用件」を{LongestLine}文字までで入力してください。", "heading");
        }

        if (caller.Length > LongestLine)
        {
            yield return new Refusal("too-long", $"「だれから」は{LongestLine}文字までです。", "caller");
        }

        if (text.Length > LongestText)
        {
            yield return new Refusal("too-long", $"「内容」は{LongestText}文字までです。", "text");
        }

        if (!string.IsNullOrEmpty(form.Assignee) && !isKnown)
        {
            yield return new Refusal("not-an-option", "「対応する方」を一覧から選んでください。", "assignee");
        }

        if (!string.IsNullOrWhiteSpace(form.DueOn) && (due is null || due < today))
        {
            yield return new Refusal("not-a-date", "「いつまでに」は、きょうからの日で入力してください。例: R8.3.26、2026/3/26", "dueOn");
        }
    }

    private static string Clean(string? typed) => TypedText.Clean(typed ?? "").Trim();
}
