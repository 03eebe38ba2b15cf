using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Assessments;

/// <summary>One assessment as it was written.</summary>
public static class ShowAssessment
{
    public sealed record Model(Assessment Assessment, Client Client, string? PerformedBy);

    internal static async Task<Model?> HandleAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(row => row.Id == id, stop);
        return assessment is null
            ? null
            : new Model(
                assessment,
                await db.Clients.SingleAsync(row => row.Id == assessment.ClientId, stop),
                await db.People.Where(person => person.Id == assessment.PerformedBy).Select(person => person.Name).SingleOrDefaultAsync(stop));
    }
}
