using System.Text;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Providers;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>What a book would add to the office, gathered line by line; nothing of it is saved by reading.</summary>
public sealed class ArrivalReading(Surroundings around)
{
    private readonly List<(SheetKind Kind, Guid Id, object Row)> rows = [];
    private readonly Dictionary<object, SheetLine> lineOf = new(ReferenceEqualityComparer.Instance);
    private readonly List<RowFinding> findings = [];

    public Surroundings Around => around;

    public IReadOnlyList<(SheetKind Kind, Guid Id, object Row)> Rows => rows;

    public IReadOnlyList<RowFinding> Findings => findings;

    public bool IsWrong => findings.Exists(static finding => finding.IsWrong);

    internal IEnumerable<Municipality> Municipalities => around.Municipalities.Concat(New<Municipality>());

    internal IEnumerable<Provider> Providers => around.Providers.Concat(New<Provider>());

    internal IEnumerable<Certificate> Certificates => around.Certificates.Concat(New<Certificate>());

    internal IEnumerable<ServicePlan> Plans => around.Plans.Concat(New<ServicePlan>());

    internal IEnumerable<Client> Clients => around.Clients.Concat(New<Client>());

    /// <summary>Rows of this book, read so far.</summary>
    internal IEnumerable<T> New<T>() => rows.Select(static row => row.Row).OfType<T>();

    /// <summary>Takes the row of a line, unless something on the line is wrong.</summary>
    internal void Take(SheetLine line, Guid id, object row, PageReader read)
    {
        if (read.IsWrong)
        {
            findings.AddRange(read.Refusal.All.Select(refusal => Wrong(line, refusal.Reason)));
            return;
        }

        Take(line, id, row);
    }

    internal void Take(SheetLine line, Guid id, object row)
    {
        rows.Add((line.Kind, id, row));
        lineOf.Add(row, line);
    }

    internal bool IsWrongAbout(IReadOnlyCollection<SheetLine> lines) =>
        findings.Exists(finding => finding.IsWrong && lines.Any(line => line.Number == finding.Row && string.Equals(line.Sheet, finding.Sheet, StringComparison.Ordinal)));

    internal void Refuse(SheetLine line, string reason) => findings.Add(Wrong(line, reason));

    /// <summary>
    /// A line says what there is already. Where the office has it, the line is left out; where another line of this file says it, only a person
    /// knows which of the two holds.
    /// </summary>
    internal void Repeat(SheetLine line, string what, object known)
    {
        if (lineOf.TryGetValue(known, out var other))
        {
            Refuse(line, $"この行と同じ{line.Sheet}が{other.Number}行目にあります。正しいほうを残し、もう一方の行を消してください。");
            return;
        }

        LeaveOut(line, what);
    }

    internal void LeaveOut(SheetLine line, string what) =>
        findings.Add(new RowFinding(line.Sheet, line.Number, Column: null, $"{what}はすでに登録されています。この行は読みとばします。", IsWrong: false));

    internal void Tell(string sheet, string reason, bool isWrong) => findings.Add(new RowFinding(sheet, Row: null, Column: null, reason, isWrong));

    /// <summary>The client that a line is about, or null after saying why there is none.</summary>
    internal Client? ClientOf(SheetLine line)
    {
        var name = line[SheetLayouts.ClientName];
        if (name is null)
        {
            Refuse(line, $"「{SheetLayouts.ClientName}」を入力してください。");
            return null;
        }

        var typed = line[SheetLayouts.ClientBirth];
        var birth = typed is null ? null : Automation.Forms.TypedText.Day(typed);
        if (typed is not null && birth is null)
        {
            Refuse(line, $"「{SheetLayouts.ClientBirth}」の日付が読めません。{SheetLayouts.Day}");
            return null;
        }

        var found = Clients.Where(client => IsSame(client.Name, name) && (birth is null || client.BirthOn == birth)).Take(2).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        Refuse(line, found.Count == 0
            ? $"利用者「{name}」が見つかりません。「利用者」のシートに書くか、先に登録してください。"
            : $"利用者「{name}」が二人います。「{SheetLayouts.ClientBirth}」も書いてください。");
        return null;
    }

    private static RowFinding Wrong(SheetLine line, string reason) => new(line.Sheet, line.Number, line.ColumnNamedIn(reason), reason, IsWrong: true);

    /// <summary>Whether two names are the same but for spaces and the width of letters.</summary>
    internal static bool IsSame(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    private static string Plain(string? text) => string.Concat((text ?? string.Empty).Normalize(NormalizationForm.FormKC).Where(static letter => !char.IsWhiteSpace(letter)));
}
