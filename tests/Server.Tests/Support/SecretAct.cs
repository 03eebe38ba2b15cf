using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>An act that fills its form, its facts and its choices with what the case knows: all that must not be seen too early.</summary>
internal sealed class SecretAct : FormAct
{
    public override string Name => "Test.Secret";

    public override Task<FormPrefill> PrefillAsync(ActContext context, CancellationToken stop) => Task.FromResult(
        new FormPrefill(Value.Record.Empty.With("diagnosis", context.Variables["diagnosis"]).With("address", context.Variables["address"]))
        {
            Facts = [new FormFact("話したこと", Text(context.Variables["told"]))],
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal) { ["who"] = [new FormOption("1", Text(context.Variables["family"]))] },
        });

    public override Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Value.Record answers, CancellationToken stop) =>
        Task.FromResult<Outcome<Value.Record>>(answers);

    private static string Text(Value value) => (value as Value.Text)?.Content ?? "";
}
