using OfficeWorkflow.Workflows.Checking.Rules;
using OfficeWorkflow.Workflows.Checking.Rules.Catalogue;
using OfficeWorkflow.Workflows.Checking.Rules.Events;
using OfficeWorkflow.Workflows.Checking.Rules.Reading;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>The rules of every office. A new rule is one file in Rules and one line here; docs/checks.md is written from it.</summary>
internal static class Recommended
{
    public static readonly IReadOnlyList<CheckRule> Rules =
    [
        new("only-what-the-engine-runs", "実行できる要素だけでできている。", OnlyWhatTheEngineRuns.Check),
        new("one-blank-start", "どこから始まるかが一つに決まる。", OneBlankStart.Check),
        new("no-disconnected-node", "どの要素にも矢印が出入りしている。", NoDisconnectedNode.Check),
        new("every-element-reachable", "どの要素にも、開始イベントからたどり着ける。", EveryElementReachable.Check),
        new("every-way-ends", "どこからでも、終わりにたどり着ける。", EveryWayEnds.Check),
        new("join-can-fire", "合流で待つ道は、そろって来る。", JoinCanFire.Check),
        new("events-keep-their-side", "開始と境界のイベントに矢印が入らず、終了イベントから出ない。", EventsKeepTheirSide.Check),
        new("no-implicit-merge", "作業に入る矢印は一本にする。", NoImplicitMerge.Check),
        new("no-loop-without-wait", "待つことのない繰り返しがない。", NoLoopWithoutWait.Check),
        new("default-flow-leaves-its-node", "「その他の場合」の道は、その分岐から出る。", DefaultFlowLeavesItsNode.Check),
        new("every-way-has-a-condition", "分かれ道には条件があり、分かれないところにはない。", EveryWayHasACondition.Check),
        new("formulas-are-readable", "式(FEEL)が読める。", FormulasAreReadable.Check),
        new("condition-reads-known-variables", "式が読む名前は、どこかで入力される。", ConditionReadsKnownVariables.Check),
        new("timer-is-readable", "タイマーの時刻が読める。", TimerIsReadable.Check),
        new("cycle-only-where-it-may-repeat", "繰り返しのタイマーは、繰り返せるところにある。", CycleOnlyWhereItMayRepeat.Check),
        new("boundary-has-one-trigger", "境界イベントのきっかけは一つで、同じエラー・エスカレーション・メッセージを二か所で受け取らない。", BoundaryHasOneTrigger.Check),
        new("event-gateway-waits-for-events", "イベントを待つ分岐の先は、待てるイベントだけである。", EventGatewayWaitsForEvents.Check),
        new("message-has-a-name", "メッセージに名前がある。", MessageHasAName.Check),
        new("error-has-a-code", "起こすエラーとエスカレーションにコードがある。", ErrorHasACode.Check),
        new("signal-has-a-name", "シグナルに名前がある。", SignalHasAName.Check),
        new("conditional-event-has-a-condition", "条件イベントに条件がある。", ConditionalEventHasACondition.Check),
        new("compensation-has-its-handler", "取り消しの作業が、取り消される作業に結ばれている。", CompensationHasItsHandler.Check),
        new("ad-hoc-holds-activities", "アドホックサブプロセスの中は作業だけである。", AdHocHoldsActivities.Check),
        new("decision-table-is-whole", "決定表の欄がすべて埋まっている。", DecisionTableIsWhole.Check),
        new("link-has-its-other-end", "リンクの行き先が一つに決まる。", LinkHasItsOtherEnd.Check),
        new("loop-has-a-collection", "繰り返しの一覧・回数・条件が決まっている。", LoopHasACollection.Check),
        new("form-exists", "作業に様式があり、その様式がある。", FormExists.Check),
        new("role-is-known", "作業をする役割が決まっている。", RoleIsKnown.Check),
        new("step-is-known", "自動の処理が何をするかが決まっている。", StepIsKnown.Check),
        new("call-names-a-procedure", "呼び出す手続きがあり、呼び合って回り続けない。", CallNamesAProcedure.Check),
    ];

    /// <summary>What the reader finds before there is a procedure to check: code and what must be so.</summary>
    public static readonly IReadOnlyList<(string Code, string Says)> OfReading =
    [
        ("xml-is-readable", "XML として読め、大きすぎず、深すぎず、文書型宣言がない。"),
        ("file-is-bpmn", "BPMN 2.0 の文書である。"),
        ("file-has-a-process", "手続き(process)がある。"),
        ("ids-are-unique", "どの要素にも、ほかと違う id がある。"),
        ("flow-has-two-ends", "矢印の両端が、同じ枠の中の要素に届いている。"),
        ("boundary-has-a-host", "境界イベントが作業の縁に付いている。"),
        ("escalation-is-declared", "指しているエスカレーションが、ファイルの中に決めてある。"),
        ("step-inputs-are-readable", "ステップの入力が読める。"),
    ];
}
