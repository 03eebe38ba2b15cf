using System.Collections.Immutable;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>What gives variables to the cases of a procedure: its callers, the forms, acts and workers, and what messages bring. What an act or worker gives, its sample shows.</summary>
public sealed class GivenVariables(FormLibrary forms, IEnumerable<Worker> workers, TrialSamples samples, KnownValues known, CaseSubject subject)
{
    /// <param name="published">The procedures of the office as they run now.</param>
    public VariableGivers Of(Process process, IEnumerable<Process> published)
    {
        var all = published.Where(other => !Same(other.Id, process.Id)).Append(process).ToList();
        return Alone(process, all) with { Called = Called(process, all) };
    }

    private VariableGivers Alone(Process process, List<Process> all) => new(Start(process, all), Forms(process), Steps(), Messages(all));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private ImmutableHashSet<string> Start(Process process, List<Process> all) =>
    [
        subject.IdVariable,
        subject.LabelVariable,
        .. from caller in all
           from call in caller.Calls
           where Same(call.Procedure, process.Id)
           from input in call.Mapping.Inputs
           select input.Target,
    ];

    /// <summary>An act without a sample may give anything.</summary>
    private ImmutableDictionary<string, ImmutableHashSet<string>> Forms(Process process)
    {
        var given = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var key in forms.Keys.Concat(process.Forms.Keys))
        {
            if (forms.Find(key, process) is { } form && (form.Act is null || samples.Acts.ContainsKey(form.Act)))
            {
                given[key] = form.Act is null ? [.. form.Fields.Select(static field => field.Key)] : [.. samples.Given(form.Act, Value.Record.Empty).Fields.Keys];
            }
        }

        return given.ToImmutable();
    }

    private ImmutableDictionary<string, ImmutableHashSet<string>> Steps() => workers.ToImmutableDictionary(
        static worker => worker.Type,
        worker => samples.Result(worker.Type, Value.Record.Empty).Fields.Keys.ToImmutableHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>What the trade says and what procedures say to one another; of any other message nobody knows what it brings.</summary>
    private ImmutableDictionary<string, ImmutableHashSet<string>> Messages(List<Process> all) => all
        .SelectMany(static process => process.Nodes)
        .Select(static node => (Name: Thrown(node), Names: Mapped(node)))
        .Where(static thrown => thrown.Name is not null)
        .Concat(known.Messages.Select(static message => (Name: (string?)message.Key, Names: message.Value)))
        .GroupBy(static thrown => thrown.Name!, StringComparer.Ordinal)
        .ToImmutableDictionary(
            static thrown => thrown.Key,
            static thrown => thrown.SelectMany(static one => one.Names).ToImmutableHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);

    private static string? Thrown(FlowNode node) => node switch
    {
        SendTask task => task.Message?.Name,
        ThrowEvent or EndEvent => ((EventNode)node).Trigger switch
        {
            Trigger.Message message => message.Definition.Name,
            Trigger.Signal signal => signal.Name,
            _ => null,
        },
        _ => null,
    };

    private static IReadOnlyList<string> Mapped(FlowNode node) =>
        [.. (node is Activity activity ? activity.Mapping : (node as EventNode)?.Mapping ?? Mapping.None).Inputs.Select(static input => input.Target)];

    private ImmutableDictionary<string, ImmutableHashSet<string>> Called(Process process, List<Process> all)
    {
        var called = ImmutableDictionary.CreateBuilder<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var other in all.Where(other => process.Calls.Any(call => Same(call.Procedure, other.Id))))
        {
            if (KnownVariables.Of(other, Alone(other, all)) is { } names)
            {
                called[other.Id] = names;
            }
        }

        return called.ToImmutable();
    }
}
