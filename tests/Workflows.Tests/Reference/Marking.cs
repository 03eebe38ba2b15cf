namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>A state of a process: where tokens are and what is under way. Its parts never change; only the lists do.</summary>
internal sealed class Marking
{
    public Marking()
    {
    }

    private Marking(Marking other)
    {
        Names = [.. other.Names];
        Frames = [.. other.Frames];
        Tokens = [.. other.Tokens];
        Actives = [.. other.Actives];
        Awaited = [.. other.Awaited];
        Messages = [.. other.Messages];
        End = other.End;
        IsCalled = other.IsCalled;
    }

    /// <summary>The engine's id of each thing, by its number; null where the engine is not listened to.</summary>
    public List<string?> Names { get; } = [];

    public List<Frame> Frames { get; } = [];

    public List<OnFlow> Tokens { get; } = [];

    public List<Active> Actives { get; } = [];

    public List<Awaited> Awaited { get; } = [];

    /// <summary>Messages told already.</summary>
    public HashSet<string> Messages { get; } = new(StringComparer.Ordinal);

    public string? End { get; set; }

    public bool IsCalled { get; set; }

    public Marking Clone() => new(this);

    public Frame Frame(int no) => Frames.First(frame => frame.No == no);

    public Active? Active(int no) => Actives.FirstOrDefault(active => active.No == no);

    /// <summary>Tokens on one flow cannot be told apart, so nobody knows any more which one the engine's id is of.</summary>
    public void Unname(OnFlow taken)
    {
        foreach (var token in Tokens.Where(token => token.Frame == taken.Frame && token.Flow == taken.Flow))
        {
            Names[token.No] = null;
        }
    }

    public void Set(Frame frame) => Frames[Frames.FindIndex(old => old.No == frame.No)] = frame;

    public void Set(Active active) => Actives[Actives.FindIndex(old => old.No == active.No)] = active;
}
