namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>A trial run as the designer shows it.</summary>
/// <param name="Now">What its clock says, for programs; <paramref name="NowText"/> for people.</param>
public sealed record TrialView(
    DateTimeOffset Now,
    string NowText,
    bool IsExhausted,
    TrialView.No? Refused,
    IReadOnlyList<TrialView.Part> Cases,
    IReadOnlyList<TrialView.Mark> Marks,
    IReadOnlyList<TrialView.Open> Work,
    IReadOnlyList<TrialView.Open> Services,
    IReadOnlyList<TrialView.Open> Calls,
    IReadOnlyList<TrialView.Awaited> Messages,
    IReadOnlyList<TrialView.Timer> Timers,
    IReadOnlyList<string> Kept,
    IReadOnlyList<TrialView.Line> Lines)
{
    /// <param name="Move">Place of the move that could not be made, from 0; null when it could not even begin.</param>
    public sealed record No(int? Move, string Code, string Reason);

    /// <param name="Ending">How it ended, in words; null while it runs.</param>
    public sealed record Part(int Number, string Procedure, string Name, string? Ending);

    /// <summary>Where tokens of the draft stand.</summary>
    public sealed record Mark(string Node, int Count, string? Trouble);

    /// <summary>Something that waits for a person.</summary>
    /// <param name="Part">Name of the procedure, where it is not the draft itself.</param>
    public sealed record Open(
        string Procedure, string Node, int Nth, string Name, string About, string? Part, string? Role, string RoleName, string? Due, bool IsLate, string? FormTitle);

    public sealed record Awaited(string Name, string Key, string Label, string? Part);

    public sealed record Timer(string At, string Label, string? Part);

    /// <summary>A sentence of the transcript.</summary>
    /// <param name="Element">The element of the draft that it is about, to go to it.</param>
    /// <param name="Kind">What the word beside it says: 人, 自動, メール …</param>
    public sealed record Line(string Day, string Clock, string Kind, string Text, string? Part, string? Element);
}
