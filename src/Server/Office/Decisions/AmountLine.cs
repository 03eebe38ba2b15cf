namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>One service, as planned and as decided.</summary>
public sealed record AmountLine(string ServiceName, PlannedAmount? Planned, PlannedAmount? Decided, AmountDifference Difference)
{
    public string Label => Difference switch
    {
        AmountDifference.Same => "案のとおり",
        AmountDifference.Less => "案より少ない",
        AmountDifference.More => "案より多い",
        AmountDifference.OtherUnit => "単位が違う",
        AmountDifference.NotDecided => "決定に無い",
        _ => "案に無い",
    };
}
