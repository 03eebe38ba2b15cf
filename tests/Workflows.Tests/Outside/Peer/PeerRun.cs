using System.Text.Json.Nodes;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Generating;

namespace OfficeWorkflow.Workflows.Tests.Outside.Peer;

/// <summary>A generated process played by our engine: what was answered in which order, and what was waited for before and after each answer.</summary>
internal sealed class PeerRun
{
    private const int MostSteps = 25;

    private static readonly DateTimeOffset At = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly Process process;
    private readonly Dice dice;
    private readonly Generating.Drawn drawn;
    private readonly JsonArray steps = [];
    private readonly HashSet<string> hit = new(StringComparer.Ordinal);
    private readonly SortedSet<string> stuck = new(StringComparer.Ordinal);

    private PeerRun(long seed, Style style)
    {
        Seed = seed;
        dice = new Dice(seed);
        drawn = Generator.Make(dice, style);
        Common.Tame(drawn.Root);
        process = BpmnReader.Read(drawn.Xml).Processes[0];
    }

    public long Seed { get; }

    /// <summary>Codes of what got stuck on the way.</summary>
    public IReadOnlySet<string> Stuck => stuck;

    public string Xml => drawn.Root.ToString();

    /// <summary>What is waited for, by id, after the start and after each step; <c>ended</c> when the case has.</summary>
    public List<string> Waits { get; } = [];

    public static PeerRun Play(long seed, Style style)
    {
        var run = new PeerRun(seed, style);
        run.Play();

        return run;
    }

    /// <summary>One line for the peer.</summary>
    public string ToJson() => new JsonObject
    {
        ["seed"] = Seed,
        ["xml"] = Common.ForThePeer(drawn.Root),
        ["answered"] = new JsonArray([.. Common.Answered(drawn.Root).Select(static id => (JsonNode)id)]),
        ["variables"] = Values(drawn.Variables),
        ["steps"] = steps.DeepClone(),
    }.ToJsonString();

    private void Play()
    {
        var state = Told(null, new Input.Started(At, drawn.Variables));
        while (!state.HasEnded && Open(state) is { Count: > 0 } open && steps.Count < MostSteps)
        {
            var wait = dice.Pick(open);
            if (process.Node(wait.NodeId) is BoundaryEvent { IsInterrupting: false })
            {
                hit.Add(wait.NodeId);
            }

            var values = drawn.Results.TryGetValue(wait.NodeId, out var results) && wait is Wait.ForWork ? dice.Pick(results) : Value.Record.Empty;
            steps.Add(new JsonObject
            {
                ["node"] = wait.NodeId,
                ["isLast"] = hit.Contains(wait.NodeId),
                ["nth"] = open.Where(other => string.Equals(other.NodeId, wait.NodeId, StringComparison.Ordinal)).ToList().IndexOf(wait),
                ["values"] = Values(values),
            });
            state = Told(state, wait is Wait.ForWork ? new Input.WorkFinished(At, wait.Id, values) : new Input.MessageArrived(At, wait.Id, $"message {steps.Count}", values));
        }
    }

    /// <summary>What is waited for, but for boundary events that were hit once and go on without interrupting: the peer listens to those no more.</summary>
    private List<Wait> Open(CaseState state) => [.. state.Waits.Where(wait => !hit.Contains(wait.NodeId))];

    private CaseState Told(CaseState? state, Input input)
    {
        var told = ((Decision.Accepted)Engine.Decide(process, state, input)).State;
        stuck.UnionWith(told.StuckTokens.Select(static token => token.Trouble!.Code));
        Waits.Add(told.HasEnded ? "ended" : string.Join(' ', Open(told).Select(static wait => wait.NodeId).Order(StringComparer.Ordinal)));

        return told;
    }

    private static JsonNode Values(Value.Record record) => JsonNode.Parse(CaseFormat.WriteValue(record))!;
}
