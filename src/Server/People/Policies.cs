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

    /// <summary>Changes the draft of a procedure.</summary>
    public const string DraftProcedures = "draft-procedures";

    /// <summary>Approves what another person wants to publish.</summary>
    public const string ReviewProcedures = "review-procedures";

    /// <summary>Publishes a version of a procedure.</summary>
    public const string PublishProcedures = "publish-procedures";

    /// <summary>Moves running cases to another version.</summary>
    public const string MoveCases = "move-cases";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Member] = [Roles.Administrator, Roles.Manager, Roles.Specialist, Roles.Assistant, Roles.Clerk, Roles.Auditor],
            [Work] = [Roles.Administrator, Roles.Manager, Roles.Specialist, Roles.Assistant, Roles.Clerk],
            [Lead] = [Roles.Administrator, Roles.Manager],
            [Administer] = [Roles.Administrator],
            [Inspect] = [Roles.Administrator, Roles.Manager, Roles.Auditor],
            [DraftProcedures] = [Roles.Administrator, Roles.Manager],
            [ReviewProcedures] = [Roles.Administrator, Roles.Manager],
            [PublishProcedures] = [Roles.Administrator],
            [MoveCases] = [Roles.Administrator],
        };
}
