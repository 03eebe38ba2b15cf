using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>A join waits only for ways that are gone together.</summary>
internal static class JoinCanFire
{
    private const string Rule = "join-can-fire";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var scope in Ways.Scopes(process).Where(static scope => scope.Nodes.Any(static node => node is ParallelGateway { Incoming.Length: > 1 })))
        {
            var played = Ways.Beginnings(scope).OfType<StartEvent>().Select(static start => Markings.Play([new Markings.Spot(start, null)])).ToList();
            if (!played.TrueForAll(static markings => markings.IsComplete))
            {
                continue;
            }

            foreach (var join in scope.Nodes.OfType<ParallelGateway>().Where(join => played.Exists(markings => markings.Starved.Contains(join))))
            {
                yield return played.Exists(markings => markings.Fired.Contains(join))
                    ? Finding.Warning(Rule, join.Id, $"「{join.Label}」で、来ないことのある道を待ち続ける場合があります。", "選んだ道だけを待つなら、包含ゲートウェイで分けて合流してください。")
                    : Finding.Error(Rule, join.Id, $"「{join.Label}」に入る道がそろうことはありません。案件はここで止まります。", "一つだけ選ばれる道の合流なら、排他ゲートウェイに変えてください。");
            }
        }
    }
}
