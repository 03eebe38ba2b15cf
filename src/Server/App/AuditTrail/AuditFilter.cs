using System.Globalization;
using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>Which entries are asked for; it is the address of the page.</summary>
/// <param name="From">First day, as typed.</param>
/// <param name="To">Last day, as typed.</param>
/// <param name="After">Position at which the page before ended.</param>
public sealed record AuditFilter(Guid? Person, Guid? Client, string? Act, string? From, string? To, long? After)
{
    public DateOnly? FirstDay => string.IsNullOrWhiteSpace(From) ? null : TypedText.Day(From);

    public DateOnly? LastDay => string.IsNullOrWhiteSpace(To) ? null : TypedText.Day(To);

    public bool IsNarrowed => Person is not null || Client is not null || !string.IsNullOrEmpty(Act) || FirstDay is not null || LastDay is not null;

    public string AddressAfter(long? position) => "/audit" + Query(position);

    public string Query(long? after) => QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["person"] = Person?.ToString(),
            ["client"] = Client?.ToString(),
            ["act"] = Act,
            ["from"] = From,
            ["to"] = To,
            ["after"] = after?.ToString(CultureInfo.InvariantCulture),
        }.Where(static pair => !string.IsNullOrEmpty(pair.Value))).ToString();
}
