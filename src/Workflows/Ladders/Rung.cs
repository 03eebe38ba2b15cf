using System.Collections.Immutable;
using System.Globalization;

namespace OfficeWorkflow.Workflows.Ladders;

/// <summary>One timer drawn on the edge of a step, counted in working days: what an administrator may change without the diagram.</summary>
/// <param name="Id">The boundary event.</param>
/// <param name="Leads">What happens when it falls due, in the words of the diagram.</param>
public abstract record Rung(string Id, string Leads)
{
    /// <summary>As people say it.</summary>
    public abstract string Words { get; }

    /// <summary>The formula that says it.</summary>
    public abstract string Formula { get; }

    /// <summary>Reminds, and reminds again.</summary>
    /// <param name="First">After how many working days for the first time.</param>
    /// <param name="Every">After how many more each time.</param>
    /// <param name="Most">How often at most; null without end.</param>
    public sealed record Reminder(string Id, string Leads, int First, int Every, int? Most) : Rung(Id, Leads)
    {
        public override string Words => string.Create(
            CultureInfo.InvariantCulture, $"{(First == Every ? "" : $"{First}営業日後から")}{Every}営業日ごとに{(Most is { } most ? $"{most}回まで" : "何回でも")}");

        public override string Formula => (Most, First == Every) switch
        {
            (null, _) => string.Create(CultureInfo.InvariantCulture, $"repeat working days({Every})"),
            ({ } most, true) => string.Create(CultureInfo.InvariantCulture, $"repeat working days({Every}, {most})"),
            ({ } most, false) => string.Create(CultureInfo.InvariantCulture, $"repeat working days({First}, {Every}, {most})"),
        };
    }

    /// <summary>Turns to somebody else, while the step goes on.</summary>
    public sealed record Escalation(string Id, string Leads, int After, ImmutableArray<Told> Told) : Rung(Id, Leads)
    {
        public override string Words => string.Create(CultureInfo.InvariantCulture, $"{After}営業日たったら");

        public override string Formula => string.Create(CultureInfo.InvariantCulture, $"working days({After})");

        public bool Equals(Escalation? other) =>
            other is not null && base.Equals(other) && After == other.After && Told.SequenceEqual(other.Told);

        public override int GetHashCode() => HashCode.Combine(Id, After);
    }

    /// <summary>Ends the step.</summary>
    public sealed record Deadline(string Id, string Leads, int After) : Rung(Id, Leads)
    {
        public override string Words => string.Create(CultureInfo.InvariantCulture, $"{After}営業日で終わり");

        public override string Formula => string.Create(CultureInfo.InvariantCulture, $"working days({After})");
    }
}
