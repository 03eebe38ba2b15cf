using Microsoft.EntityFrameworkCore;

namespace OfficeWorkflow.Server.Storage;

/// <summary>
/// The one context; features bring their own tables and sets. It sees the rows of its scope's office only. Who sees all offices and who sees
/// one have a model each (<see cref="OfficeModels"/>), so that the filter is one comparison, which an index serves.
/// </summary>
/// <param name="scope">Asked at each query, because a request learns who it is from after its context may have been made.</param>
public sealed class OfficeDb(Database database, Func<Scope> scope) : DbContext(database.Options)
{
    /// <summary>Name of the filter that keeps an office's rows from all others.</summary>
    public const string OfficeFilter = "office";

    private readonly HashSet<(Guid OfficeId, Guid Id)> announced = [];
    private bool leavesWork;

    public Scope Scope => scope() is var now && SeesAll && now.Office is not null
        ? throw new InvalidOperationException("A context that sees all offices stays what it is.")
        : now;

    public DatabaseProvider Provider => database.Provider;

    /// <summary>As it was made: nobody who sees one office comes to see all.</summary>
    internal bool SeesAll { get; } = scope().Office is null;

    internal Guid Office => Scope.Office ?? Guid.Empty;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        leavesWork |= LeavesWork();
        announced.UnionWith(Announced());
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await database.Gate.EnterAsync(cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        RingAfterCommit();
        return rows;
    }

    /// <summary>
    /// Several statements, one commit. Most acts need only SaveChanges; this is for claims and for statements that EF does not track.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken stop)
    {
        using var turn = await database.Gate.EnterAsync(stop);
        await using var transaction = await Database.BeginTransactionAsync(stop);
        var answer = await act(stop);
        await transaction.CommitAsync(stop);
        RingAfterCommit();
        return answer;
    }

    /// <summary>What was read to decide is not to be written by the commit; what others have added to be saved with it still is.</summary>
    public void ForgetWhatWasRead()
    {
        foreach (var entry in ChangeTracker.Entries().Where(static entry => entry.State is not EntityState.Added).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);
        IndexOfOneProvider.Keep(modelBuilder.Model, database.Provider);
        if (SeesAll)
        {
            return;
        }

        var rows = modelBuilder.Model.GetEntityTypes().Select(static entity => entity.ClrType).Where(typeof(IOfficeRow).IsAssignableFrom);
        foreach (var row in rows.ToList())
        {
            KeepToOffice(modelBuilder, row);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Conventions.Add(static _ => new SnakeCaseNames());
    }

    private void KeepToOffice(ModelBuilder model, Type row) =>
        new Action<ModelBuilder>(KeepToOffice<IOfficeRow>).Method.GetGenericMethodDefinition()
            .MakeGenericMethod(row).Invoke(this, [model]);

    private void KeepToOffice<TRow>(ModelBuilder model)
        where TRow : class, IOfficeRow =>
        model.Entity<TRow>().HasQueryFilter(OfficeFilter, row => row.OfficeId == Office);

    private bool LeavesWork() =>
        ChangeTracker.Entries<IPumped>().Any(static entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity.IsPending);

    private List<(Guid OfficeId, Guid Id)> Announced() =>
        [.. ChangeTracker.Entries<IAnnounced>().Where(static entry => entry.State is EntityState.Added or EntityState.Modified).Select(static entry => (entry.Entity.OfficeId, entry.Entity.AnnouncedId))];

    private void RingAfterCommit()
    {
        if (announced.Count > 0)
        {
            database.Announcements.Tell(announced);
            announced.Clear();
        }

        if (leavesWork)
        {
            leavesWork = false;
            database.Bell.Ring();
        }
    }
}
