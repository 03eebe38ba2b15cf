using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>It must be clear where a token begins.</summary>
internal static class OneBlankStart
{
    private const string Rule = "one-blank-start";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var scope in Ways.Scopes(process))
        {
            if (scope.Owner is { AdHoc: not null })
            {
                continue;
            }

            if (scope.Owner is { IsEventTriggered: true } handler)
            {
                if (scope.Nodes.OfType<StartEvent>().Count(static start => start.Trigger is not Trigger.Blank) != 1 || scope.BlankStart is not null)
                {
                    yield return Finding.Error(Rule, handler.Id, $"イベントサブプロセス「{handler.Label}」には、きっかけのある開始イベントがちょうど一つ要ります。", "きっかけのある開始イベントを一つにしてください。");
                }

                continue;
            }

            var starts = scope.Nodes.OfType<StartEvent>().ToList();
            var blank = starts.Where(static start => start.Trigger is Trigger.Blank).ToList();
            var name = scope.Owner?.Label ?? process.Name;
            if (blank.Count == 0 && (scope.Owner is not null || starts.Count == 0))
            {
                yield return Finding.Error(Rule, scope.Owner?.Id, $"「{name}」に開始イベントがありません。", "きっかけのない開始イベントを一つ置いてください。");
            }

            foreach (var surplus in blank.Skip(1))
            {
                yield return Finding.Error(Rule, surplus.Id, $"「{name}」に、きっかけのない開始イベントが二つ以上あります。", "一つにまとめてください。");
            }
        }
    }
}
