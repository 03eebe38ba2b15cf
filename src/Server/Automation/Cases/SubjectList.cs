using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>What cases may be about. The other wing knows; this one only offers the choice.</summary>
public abstract class SubjectList
{
    /// <summary>What people call a subject of this office, such as 利用者.</summary>
    public abstract string Noun { get; }

    /// <summary>Everyone a new case may be about, in the order of a list.</summary>
    public abstract Task<IReadOnlyList<Option>> AllAsync(OfficeDb db, CancellationToken stop);

    /// <summary>What one of them is called there, or null when it is none of them.</summary>
    public virtual async Task<string?> LabelAsync(OfficeDb db, string subject, CancellationToken stop) =>
        (await AllAsync(db, stop)).FirstOrDefault(one => string.Equals(one.Key, subject, StringComparison.OrdinalIgnoreCase))?.Label;

    /// <summary>How the name of a subject is read (かな), or null when that is not known.</summary>
    public virtual Task<string?> ReadingAsync(OfficeDb db, string subject, CancellationToken stop) => Task.FromResult<string?>(null);

    /// <summary>The page of one subject, or null when there is none.</summary>
    public abstract string? AddressOf(string subject);
}
