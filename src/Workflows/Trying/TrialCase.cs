using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>A case of a trial run.</summary>
/// <param name="number">From 1, in the order in which they began.</param>
public sealed class TrialCase(int number, Process process)
{
    private readonly Dictionary<string, Effect> asked = new(StringComparer.Ordinal);

    public int Number => number;

    public Process Process => process;

    public CaseState? State { get; internal set; }

    /// <summary>The case that waits for it.</summary>
    public TrialCase? Caller { get; init; }

    public string? CallId { get; init; }

    /// <summary>Its caller needs it no more: nobody hears of its end.</summary>
    internal bool IsCalledOff { get; set; }

    public bool IsOpen => State is { HasEnded: false };

    public IEnumerable<Wait> Waits => State?.Waits ?? [];

    /// <summary>The work as it was asked for; null for what was open before the trial began.</summary>
    public Effect.OpenWorkItem? Work(string id) => asked.GetValueOrDefault(id) as Effect.OpenWorkItem;

    public Effect.CallService? Service(string id) => asked.GetValueOrDefault(id) as Effect.CallService;

    internal void Remember(Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenWorkItem work:
                asked[work.WorkId] = work;
                break;
            case Effect.CallService service:
                asked[service.CallId] = service;
                break;
        }
    }
}
