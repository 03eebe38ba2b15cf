namespace OfficeWorkflow.Server.Automation.Procedures.Figures;

/// <summary>What is counted at each step while cases and work are read one after the other; no case is kept.</summary>
public sealed class Tally
{
    private readonly Dictionary<string, Step> steps = new(StringComparer.Ordinal);

    /// <summary>Where one case stands; several times at a step is once.</summary>
    /// <param name="at">Steps with their names.</param>
    public void Stands(IEnumerable<(string NodeId, string Name)> at)
    {
        foreach (var (id, name) in at.DistinctBy(static one => one.NodeId, StringComparer.Ordinal))
        {
            Of(id, name).Cases++;
        }
    }

    /// <summary>Open work of a step that is late now.</summary>
    public void Late(string nodeId, string name, int count) => Of(nodeId, name).Overdue += count;

    /// <summary>Work of a step that was finished, and how long it took.</summary>
    public void Finished(string nodeId, string name, TimeSpan length) => Of(nodeId, name).Lengths.Add(length);

    /// <summary>The figures of a step of the drawing.</summary>
    internal StepFigures Figures(string id, string name, string? role)
    {
        var step = steps.GetValueOrDefault(id) ?? new Step(name);
        return new StepFigures(id, name, role, step.Cases, step.Overdue, step.Lengths.Count, MedianOf(step.Lengths));
    }

    /// <summary>The steps that something stands at or was done at, by id.</summary>
    internal IEnumerable<(string NodeId, string Name)> Steps =>
        steps.Where(static step => step.Value.Cases + step.Value.Lengths.Count > 0).Select(static step => (step.Key, step.Value.Name)).OrderBy(static step => step.Key, StringComparer.Ordinal);

    /// <summary>The middle one; of an even number, half way between the two in the middle.</summary>
    private static TimeSpan? MedianOf(List<TimeSpan> lengths)
    {
        if (lengths.Count == 0)
        {
            return null;
        }

        lengths.Sort();
        var (below, above) = (lengths[(lengths.Count - 1) / 2], lengths[lengths.Count / 2]);
        return below + ((above - below) / 2);
    }

    private Step Of(string id, string name)
    {
        if (!steps.TryGetValue(id, out var step))
        {
            steps[id] = step = new Step(name);
        }

        return step;
    }

    private sealed class Step(string name)
    {
        public string Name => name;

        public int Cases { get; set; }

        public int Overdue { get; set; }

        public List<TimeSpan> Lengths { get; } = [];
    }
}
