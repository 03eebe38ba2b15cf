using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What kinds of elements are called in the office; the designer's palette says the same.</summary>
public static class KindWords
{
    public static string Of(FlowNode node) => node switch
    {
        UserTask => "作業",
        ManualTask => "外での作業",
        SendTask { Message: not null } => "手続きに知らせる",
        SendTask => "メールを送る",
        ServiceTask => "自動の処理",
        ReceiveTask => "返事を待つ",
        BusinessRuleTask => "表で決める",
        CallActivity => "別の手続きを始める",
        SubProcess { IsEventTriggered: true } => "いつでも起こること",
        SubProcess { AdHoc: not null } => "順番を決めないまとまり",
        SubProcess => "ひとまとまり",
        ExclusiveGateway => "条件で分ける",
        ParallelGateway => "並行して進める",
        InclusiveGateway => "当てはまるものを進める",
        EventBasedGateway => "先に起きたほうへ",
        EventNode happening => Of(happening),
        UnknownNode unknown => $"動かない要素({unknown.Element})",
        _ => node.GetType().Name,
    };

    private static string Of(EventNode happening) => happening switch
    {
        StartEvent => $"始まり{Detail(happening.Trigger)}",
        EndEvent => $"終わり{Detail(happening.Trigger)}",
        BoundaryEvent => $"作業の途中で起こること{Detail(happening.Trigger)}",
        CatchEvent => $"待つ{Detail(happening.Trigger)}",
        _ => $"知らせる{Detail(happening.Trigger)}",
    };

    private static string Detail(Trigger trigger) => trigger switch
    {
        Trigger.Blank => "",
        Trigger.Message => "(連絡)",
        Trigger.Timer => "(日時)",
        Trigger.Error => "(エラー)",
        Trigger.Escalation => "(上申)",
        Trigger.Link => "(飛び先)",
        Trigger.Signal => "(一斉の知らせ)",
        Trigger.Conditional => "(条件)",
        Trigger.Compensation => "(取り消し)",
        Trigger.Terminate => "(手続き全体)",
        Trigger.Unknown unknown => $"(動かない種類 {unknown.Element})",
        _ => "",
    };
}
