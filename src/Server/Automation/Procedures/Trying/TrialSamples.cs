using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>What a trial run shows where production would read or write the trade's records; handed to this wing by the trade.</summary>
/// <param name="Start">What a case begins with, where nobody says otherwise.</param>
/// <param name="Acts">By the name of a form's act: what it would give back to the case for these answers. Without an entry: the answers.</param>
/// <param name="Services">By step type. Without an entry: a service that gives nothing back.</param>
public sealed record TrialSamples(
    Value.Record Start,
    IReadOnlyDictionary<string, Func<Value.Record, Value.Record>> Acts,
    IReadOnlyDictionary<string, StandIn> Services)
{
    public Value.Record Given(string? act, Value.Record answers) =>
        act is not null && Acts.TryGetValue(act, out var gives) ? gives(answers) : answers;

    public Value.Record Result(string type, Value.Record inputs) =>
        Services.TryGetValue(type, out var service) ? service.Gives(inputs) : Value.Record.Empty;
}
