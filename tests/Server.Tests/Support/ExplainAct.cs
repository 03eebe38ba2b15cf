using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>An act reserved to specialists: prefills, shows a fact, refuses one word, gives the case its own variable.</summary>
internal sealed class ExplainAct : FormAct
{
    public override string Name => "Test.Explain";

    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    public override Task<FormPrefill> PrefillAsync(ActContext context, CancellationToken stop) => Task.FromResult(
        new FormPrefill(Value.Record.Empty.With("said", Value.Of("前回のとおり"))) { Facts = [new FormFact("対象", context.Subject ?? "なし")] });

    public override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Value.Record answers, CancellationToken stop) =>
        Task.FromResult<Outcome<Value.Record>>(answers["said"] is Value.Text { Content: "だめ" }
            ? new Refusal("not-that", "その言葉は使えません。", "said")
            : Value.Record.Empty.With("explained", answers["said"]));
}
