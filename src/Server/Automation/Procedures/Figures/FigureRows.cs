using System.Runtime.CompilerServices;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Procedures.Figures;

/// <summary>How a procedure runs, as a file. Without the name of a procedure it is empty.</summary>
internal sealed class FigureRows(ShowFigures figures) : ListSource
{
    public const string Procedure = "procedure";

    public override string Key => "figures";

    public override string Name => "手続きの動き";

    public override string Address => "/procedures";

    public override IReadOnlyList<string> Columns { get; } =
        ["手順", "役割", "いまここにある案件", "いま期限を過ぎた作業", "月", "その月に終えた作業", "かかった時間の中央値（時間）"];

    public override async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(ListAsked asked, [EnumeratorCancellation] CancellationToken stop)
    {
        if (asked.Text(Procedure) is not { } key
            || await figures.HandleAsync(FiguresAsked.Of(key, asked.Text("version"), asked.Text("month")), asked.Db, stop) is not { } model)
        {
            yield break;
        }

        foreach (var step in model.Steps)
        {
            yield return
            [
                step.Name, step.Role is { } role ? Roles.NameOf(role) : "", Of(step.Cases), Of(step.Overdue), FiguresAsked.TextOf(model.Month), Of(step.Finished),
                step.Median?.TotalHours.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            ];
        }
    }
}
