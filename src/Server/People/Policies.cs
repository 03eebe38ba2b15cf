namespace OfficeWorkflow.Server.People;

/// <summary>What a role may do, by name; roles are chosen in <see cref="Names"/> and nowhere else.</summary>
public static class Policies
{
    /// <summary>Reads who did what.</summary>
    public const string Inspect = "inspect";

    /// <summary>Any member of the office.</summary>
    public const string Member = "member";

    /// <summary>Changes anything: everyone but the auditor.</summary>
    public const string Work = "work";

    /// <summary>Hands work to others, cancels cases.</summary>
    public const string Lead = "lead";

    /// <summary>People, procedures, settings.</summary>
    public const string Administer = "administer";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Member] = [Roles.Administrator, Roles.Manager, Roles.Specialist, Roles.Assistant, Roles.Clerk, Roles.Auditor],
            [Work] = [Roles.Administrator, Roles.Manager, Roles.Specialist, Roles.Assistant, Roles.Clerk],
            [Lead] = [Roles.Administrator, Roles.Manager],
            [Administer] = [Roles.Administrator],
            [Inspect] = [Roles.Administrator, Roles.Manager, Roles.Auditor],
        };
}
