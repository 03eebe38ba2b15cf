using System.Collections.Immutable;
using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Ladders;

namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

/// <summary>Reads the numbers and roles that were typed for the rungs of one step.</summary>
internal sealed class LadderForm(IReadOnlyDictionary<string, string> typed)
{
    private const int MostDays = 250;
    private const int MostTimes = 20;

    private readonly List<Refusal> wrong = [];

    /// <summary>All that is wrong with what was read.</summary>
    public Refusal? Refusal => wrong.Count == 0 ? null : wrong[0] with { Others = wrong[1..] };

    /// <summary>The rungs as they were typed; they count when there is no <see cref="Refusal"/>.</summary>
    public ImmutableArray<Rung> Read(Ladder ladder)
    {
        ImmutableArray<Rung> rungs = [.. ladder.Rungs.Select(Read)];
        if (wrong.Count == 0 && rungs.OfType<Rung.Deadline>().Select(static one => (int?)one.After).Min() is { } end)
        {
            foreach (var rung in rungs)
            {
                var (field, starts) = rung switch
                {
                    Rung.Reminder reminder => (LadderField.First(rung.Id), reminder.First),
                    Rung.Escalation escalation => (LadderField.After(rung.Id), escalation.After),
                    _ => ("", 0),
                };
                if (starts >= end)
                {
                    wrong.Add(new Refusal("rung-after-end", $"「{ladder.StepName}」は{end}営業日で終わるため、これは一度も起きません。{end}より小さい数にするか、終わりを後にしてください。", field));
                }
            }
        }

        return rungs;
    }

    private Rung Read(Rung rung) => rung switch
    {
        Rung.Reminder reminder => reminder with
        {
            First = Number(LadderField.First(rung.Id), reminder.First, MostDays),
            Every = Number(LadderField.Every(rung.Id), reminder.Every, MostDays),
            Most = Number(LadderField.Most(rung.Id), reminder.Most, MostTimes),
        },
        Rung.Escalation escalation => escalation with
        {
            After = Number(LadderField.After(rung.Id), escalation.After, MostDays),
            Told = [.. escalation.Told.Select(told => told with { Role = Role(told) })],
        },
        Rung.Deadline deadline => deadline with { After = Number(LadderField.After(rung.Id), deadline.After, MostDays) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private int Number(string field, int? drawn, int most)
    {
        if (!typed.TryGetValue(field, out var text))
        {
            return drawn ?? most;
        }

        if (TypedText.Number(text) is { } number && number == Math.Truncate(number) && number >= 1 && number <= most)
        {
            return (int)number;
        }

        wrong.Add(new Refusal("rung-number", string.Create(CultureInfo.InvariantCulture, $"1から{most}までの数で入力してください。"), field));
        return drawn ?? 1;
    }

    private string Role(Told told)
    {
        var field = LadderField.Role(told.StepId);
        if (!typed.TryGetValue(field, out var role) || Roles.Exists(role))
        {
            return role ?? told.Role;
        }

        wrong.Add(new Refusal("rung-role", "知らせる相手を選んでください。", field));
        return told.Role;
    }
}
