using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>A published version with its forms, mail wordings and kept trial runs, hashed, as one file.</summary>
public static class ExportPackage
{
    public static async Task<Outcome<byte[]>> HandleAsync(string key, int number, OfficeDb db, ProcedureLibrary library, PackageParts parts, CancellationToken stop)
    {
        if (await db.ProcedureVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key && row.Number == number, stop) is not { } version)
        {
            return new Refusal("version-unknown", "この版は見つかりません。手続きのページから選び直してください。", Kind: RefusalKind.Unknown);
        }

        var process = await library.ProcessAsync(db, version.Id, stop);
        var package = new ProcedurePackage(System.Text.Encoding.UTF8.GetBytes(version.Source), await parts.OfAsync(process, db, stop), IsWhole: true);
        return PackageFile.Write(key, process.Name, number, package);
    }
}
