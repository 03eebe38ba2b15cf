using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases.Moving;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Adds all rows of a new version: the version, its message and signal starts, its armed timer starts, the audit.</summary>
public sealed class Publishing(TimerStarts timers, TimeProvider clock)
{
    /// <summary>Adds only; <see cref="SaveAsync"/> saves. Two who publish at once make the same number, and the second is refused by the database.</summary>
    public async Task<ProcedureVersion> AddAsync(OfficeDb db, Publication publication, Process process, CancellationToken stop)
    {
        var (officeId, key) = (publication.OfficeId, process.Id);
        var procedure = await db.Procedures.SingleOrDefaultAsync(row => row.OfficeId == officeId && row.Key == key, stop);
        if (procedure is null)
        {
            procedure = new Procedure { OfficeId = officeId, Key = key, Name = process.Name };
            db.Procedures.Add(procedure);
        }

        procedure.Name = process.Name.Length > 0 ? process.Name : key;
        procedure.Description = process.Documentation;
        procedure.LastVersion++;
        var version = new ProcedureVersion
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            Key = key,
            Number = procedure.LastVersion,
            Source = publication.Source,
            Note = publication.Note,
            StartsOn = publication.StartsOn,
            PublishedAt = clock.GetUtcNow(),
            PublishedBy = publication.By,
        };
        db.ProcedureVersions.Add(version);
        AddStarts(db, version, process);
        await timers.ArmAsync(db, version, process, stop);
        db.Note(officeId, version.PublishedAt, "procedure-published", $"procedure:{key}", $"手続き「{procedure.Name}」の第{version.Number}版を公開した。");
        return version;
    }

    /// <summary>Saves what was added. Cases that waited for a version which is overtaken now are not moved to it any more.</summary>
    public static Task SaveAsync(OfficeDb db, IReadOnlyList<ProcedureVersion> added, CancellationToken stop) =>
        db.InTransactionAsync(
            async inner =>
            {
                foreach (var version in added)
                {
                    await OvertakenMoves.WithdrawAsync(version, db, inner);
                }

                return await db.SaveChangesAsync(inner);
            },
            stop);

    private static void AddStarts(OfficeDb db, ProcedureVersion version, Process process)
    {
        db.MessageStarts.AddRange(process.MessageStarts.Select(start => new MessageStart
        {
            VersionId = version.Id,
            NodeId = start.Id,
            OfficeId = version.OfficeId,
            ProcedureKey = version.Key,
            MessageName = ((Trigger.Message)start.Trigger).Definition.Name,
        }));
        db.SignalStarts.AddRange(process.SignalStarts.Select(start => new SignalStart
        {
            VersionId = version.Id,
            NodeId = start.Id,
            OfficeId = version.OfficeId,
            ProcedureKey = version.Key,
            SignalName = ((Trigger.Signal)start.Trigger).Name,
        }));
    }
}
