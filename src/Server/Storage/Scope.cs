namespace OfficeWorkflow.Server.Storage;

/// <summary>On whose behalf a context is opened; no context exists without one.</summary>
public abstract record Scope
{
    private Scope()
    {
    }

    /// <summary>The office whose rows may be seen, or null for all (System only).</summary>
    public abstract Guid? Office { get; }

    /// <summary>A signed-in member of staff.</summary>
    public sealed record Person(Guid PersonId, Guid OfficeId) : Scope
    {
        public override Guid? Office => OfficeId;
    }

    /// <summary>Work of a case: the pump after its claim, timers, workers.</summary>
    public sealed record CaseOffice(Guid OfficeId) : Scope
    {
        public override Guid? Office => OfficeId;
    }

    /// <summary>An outsider with a one-purpose link.</summary>
    public sealed record Link(Guid LinkId, Guid OfficeId) : Scope
    {
        public override Guid? Office => OfficeId;
    }

    /// <summary>A request that has not said who it is: no office's rows at all.</summary>
    public sealed record Nobody : Scope
    {
        public override Guid? Office => Guid.Empty;
    }

    /// <summary>Every office: only the pump's claim, the calendar, the doctor, backup, sign-in and start-up; a test lists the callers.</summary>
    /// <param name="Purpose">One word that says why, for the test and the log.</param>
    public sealed record System(string Purpose) : Scope
    {
        public override Guid? Office => null;
    }
}
