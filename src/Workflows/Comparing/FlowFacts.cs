using System.Globalization;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>All that is set on a way from one element to another.</summary>
internal static class FlowFacts
{
    public static IEnumerable<Fact> Of(SequenceFlow flow, Words words)
    {
        yield return new Fact("source", "出るところ", flow.Source.Id, $"「{flow.Source.Label}」");
        yield return new Fact("target", "行き先", flow.Target.Id, $"「{flow.Target.Label}」");
        if (flow.Condition is { } condition)
        {
            yield return new Fact("condition", "進む条件", condition.Text, Plain.Condition(condition.Text, words)) { With = "otherwise" };
        }

        if (flow.IsDefault)
        {
            yield return Fact.Of("otherwise", "ほかの条件に合わないとき", "この道を進む");
        }

        if (flow.Order is { } order)
        {
            yield return Fact.Of("order", "調べる順番", $"{order.ToString(CultureInfo.InvariantCulture)}番目");
        }

        if (flow.Name.Length > 0)
        {
            yield return new Fact("name", "名前", flow.Name, $"「{flow.Name}」");
        }
    }
}
