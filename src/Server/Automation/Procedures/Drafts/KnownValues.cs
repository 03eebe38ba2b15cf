namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>Formulas that the designer offers by a name, and what messages bring; handed to this wing by the trade.</summary>
/// <param name="Recipients">Whom a mail may be for.</param>
/// <param name="Lists">What a step may be repeated over.</param>
/// <param name="Messages">By name, for each message that the trade itself tells cases: which variables it brings.</param>
public sealed record KnownValues(
    IReadOnlyList<KnownValue> Recipients, IReadOnlyList<KnownValue> Lists, IReadOnlyDictionary<string, IReadOnlyList<string>> Messages);
