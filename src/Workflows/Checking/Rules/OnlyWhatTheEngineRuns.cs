using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules;

/// <summary>An element is either run or refused by name, with what to use instead. Nothing is passed over in silence.</summary>
internal static class OnlyWhatTheEngineRuns
{
    private const string Rule = "only-what-the-engine-runs";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes)
        {
            foreach (var element in NotRun(node))
            {
                var (message, fix) = Words(element);
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」: {message}", fix);
            }
        }
    }

    private static IEnumerable<string> NotRun(FlowNode node) => node switch
    {
        UnknownNode unknown => [unknown.Element],
        SubProcess { IsEventTriggered: true } handler when handler.Loop is not null || handler.Repeat is not null => ["repeatedHandler", .. handler.Unknown],
        Activity activity => activity.Unknown,
        EventNode happening when !IsRun(happening) => [TriggerName(happening)],
        _ => [],
    };

    private static bool IsRun(EventNode node) => (node, node.Trigger) switch
    {
        (_, Trigger.Unknown) => false,
        (StartEvent { Scope.Owner.IsEventTriggered: true }, _) => node.Trigger is not (Trigger.Link or Trigger.Compensation or Trigger.Terminate),
        (StartEvent { Scope.Owner: not null }, not Trigger.Blank) => false,
        (StartEvent, Trigger.Blank or Trigger.Message or Trigger.Timer or Trigger.Signal) => true,
        (EndEvent, Trigger.Blank or Trigger.Message or Trigger.Error or Trigger.Escalation or Trigger.Signal or Trigger.Compensation or Trigger.Terminate) => true,
        (CatchEvent, Trigger.Message or Trigger.Timer or Trigger.Signal or Trigger.Conditional or Trigger.Link) => true,
        (ThrowEvent, Trigger.Blank or Trigger.Message or Trigger.Escalation or Trigger.Signal or Trigger.Compensation or Trigger.Link) => true,
        (BoundaryEvent, Trigger.Blank) => true,
        (BoundaryEvent, not (Trigger.Link or Trigger.Terminate)) => true,
        _ => false,
    };

    private static string TriggerName(EventNode node) => (node, node.Trigger) switch
    {
        (_, Trigger.Unknown unknown) => unknown.Element,
        (CatchEvent, Trigger.Blank) => "blankCatchEvent",
        (StartEvent { Scope.Owner.IsEventTriggered: true }, Trigger.Compensation) => "compensationHandler",
        (StartEvent { Scope.Owner: null }, Trigger.Conditional) => "conditionalStart",
        (StartEvent { Scope.Owner: not null }, _) => "triggeredInnerStart",
        _ => "misplacedTrigger",
    };

    private static (string Message, string Fix) Words(string element) => element switch
    {
        "scriptTask" => ("スクリプトタスクは実行できません。手続きの中でプログラムは動かしません。", "値の計算は、条件や割り当ての式(FEEL)に書いてください。"),
        "task" => ("種類のないタスクは、だれが何をするのかが分かりません。", "ユーザータスク(人の作業)かサービスタスク(自動の処理)に変えてください。"),
        "complexGateway" => ("複合ゲートウェイは実行できません。決まりが図から読み取れません。", "「何人中何人」なら、終了条件のある並行の繰り返しを使ってください。"),
        "instantiatingEventBasedGateway" => ("案件を始めるイベントゲートウェイは実行できません。", "始め方ごとに開始イベントを置いてください。"),
        "sequentialAdHoc" => ("順番に一つずつ行うアドホックサブプロセスは実行できません。", "順序を「並行」にするか、矢印で順番を描いてください。"),
        "transaction" => ("トランザクションは実行できません。送ったメールは取り消せないためです。", "ふつうのサブプロセスに変え、取り消しの作業を道として描いてください。"),
        "compensationWithoutWaiting" => ("取り消しの終わりを待たない補償は実行できません。", "「完了を待つ」にしてください。"),
        "conditionalStart" => ("条件で手続きを始めることはできません。条件を見る案件がまだありません。", "メッセージかシグナルの開始イベントにし、始める側で条件を確かめてください。"),
        "compensationHandler" => ("補償のイベントサブプロセスは実行できません。", "取り消したい作業の縁に補償の境界イベントを置き、取り消しの作業と関連の線で結んでください。"),
        "repeatedHandler" => ("イベントサブプロセスは繰り返せません。きっかけのたびに一度ずつ行われます。", "中にサブプロセスを置き、それを繰り返してください。"),
        "cancelEventDefinition" => ("取消イベントは実行できません。トランザクションを使わないためです。", "エラー終了と境界エラーイベントを使ってください。"),
        "multipleEventDefinition" => ("一つのイベントにきっかけが二つ以上あります。", "イベントを分け、きっかけを一つずつにしてください。"),
        "blankCatchEvent" => ("きっかけのない中間イベントは、何を待つのかが分かりません。", "タイマーかメッセージを選んでください。"),
        "triggeredInnerStart" => ("サブプロセスの中の開始イベントには、きっかけを付けられません。", "きっかけのない開始イベントにしてください。"),
        "misplacedTrigger" => ("この場所では使えないきっかけです。", "イベントの種類を選び直してください。"),
        "choreographyTask" or "subChoreography" or "callChoreography" => ("コレオグラフィーは実行できません。", "プロセスとして描き直してください。"),
        _ => ($"「{element}」は実行できない要素です。", "ほかの要素で描き直してください。"),
    };
}
