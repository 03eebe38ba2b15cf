using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>What the outbox keeps of a service task to perform.</summary>
internal sealed record ServiceCall(string Type, string NodeId, string Name, Value.Record Inputs)
{
    public string Write() => CaseFormat.WriteValue(Value.Of(
    [
        KeyValuePair.Create("type", Value.Of(Type)),
        KeyValuePair.Create("node", Value.Of(NodeId)),
        KeyValuePair.Create("name", Value.Of(Name)),
        KeyValuePair.Create<string, Value>("inputs", Inputs),
    ]));

    public static ServiceCall Read(string payload)
    {
        var fields = (Value.Record)CaseFormat.ReadValue(payload);
        return new ServiceCall(Text(fields["type"]), Text(fields["node"]), Text(fields["name"]), (Value.Record)fields["inputs"]);
    }

    private static string Text(Value value) => ((Value.Text)value).Content;
}
