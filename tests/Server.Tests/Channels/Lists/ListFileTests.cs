using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Channels.Lists;
using OfficeWorkflow.Server.Office.Arriving.Books;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.App;
using OfficeWorkflow.Server.Tests.Office;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.Lists;

/// <summary>Every list leaves by one door, as CSV and as a workbook: what its page shows, all pages of it, and nothing that calculates.</summary>
public abstract class ListFileTests(RunningOffice office)
{
    private const string Dangerous = "=HYPERLINK(\"https://evil.example\",\"利用者\")";

    /// <summary>Lists in which the story of the tests leaves rows.</summary>
    private static readonly string[] Filled =
        ["work", "cases", "clients", "meetings", "monitoring", "providers", "contacts", "mail", "procedures", "jobs", "people", "load", "forecast", "audit"];

    [Fact]
    public async Task M5_Csv_and_workbook_of_every_list_hold_the_same_rows_and_its_page_leads_there()
    {
        var staff = await OpenAsync();

        foreach (var source in office.Services.GetServices<ListSource>())
        {
            // One's own work is none: all that is open.
            var list = source.Key is "work" ? "work?scope=all" : source.Key;
            await staff.Browser.GetAsync(source.Key is "work" ? "/work?scope=all" : source.Address);
            var leadsThere = staff.Browser.Html.Contains($"action=\"/lists/{source.Key}", StringComparison.Ordinal);
            var (csv, book) = (Read("x.csv", await TakeAsync(staff, list, "csv")), Read("x.xlsx", await TakeAsync(staff, list, "xlsx")));

            Assert.Equal((source.Key, string.Join('|', source.Columns)), (source.Key, string.Join('|', csv.Rows[0].Cells)));
            Assert.Equal(Lines(csv), Lines(book).Take(csv.Rows.Count));
            Assert.All(csv.Rows, row => Assert.Equal(source.Columns.Count, row.Cells.Count));
            Assert.Equal((source.Key, csv.Rows.Count > 1), (source.Key, leadsThere));
            Assert.Equal((source.Key, leadsThere || !Filled.Contains(source.Key, StringComparer.Ordinal)), (source.Key, true));
        }
    }

    [Fact]
    public async Task M5_No_file_calculates_whatever_somebody_typed()
    {
        var staff = await OpenAsync();
        await using (var db = office.Db())
        {
            await db.Clients.Where(row => row.OfficeId == staff.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.Name, Dangerous));
            await db.Providers.Where(row => row.OfficeId == staff.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.Name, "+1+1"));
            await db.Contacts.Where(row => row.OfficeId == staff.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.Name, "＠SUM(A1)"));
            await db.Cases.Where(row => row.OfficeId == staff.OfficeId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.SubjectLabel, "\t-1"));
            await db.People.Where(row => row.Id == staff.PersonId).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.Name, "-2+3"));
        }

        foreach (var source in office.Services.GetServices<ListSource>())
        {
            var cells = Read("x.csv", await TakeAsync(staff, source.Key, "csv")).Rows.SelectMany(static row => row.Cells);
            var workbook = await TakeAsync(staff, source.Key, "xlsx");

            Assert.DoesNotContain(cells, static cell => cell.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..]);
            Assert.Empty(FormulasIn(workbook));
        }

        Assert.Contains(Read("x.xlsx", await TakeAsync(staff, "clients", "xlsx")).Rows, static row => row.Cells[0] == Dangerous);
    }

    [Fact]
    public async Task A_list_leaves_whole_and_narrowed_as_its_address_says()
    {
        var staff = await OpenAsync();

        var all = await RowsAsync(staff, "work?scope=all");
        var searched = await RowsAsync(staff, "work?scope=all&q=%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89");
        var mine = await RowsAsync(staff, "work?scope=mine");
        var closed = await RowsAsync(staff, "cases?status=Completed");

        await using var again = office.Db();
        Assert.Equal(await again.Work.CountAsync(row => row.OfficeId == staff.OfficeId && row.EndedAt == null), all);
        Assert.Equal((0, 0, 0), (searched, mine, closed));
        Assert.Equal(4, await again.Audit.CountAsync(row => row.OfficeId == staff.OfficeId && row.PersonId == staff.PersonId && row.Act == "list-taken"));
    }

    [Theory]
    [InlineData(Roles.Clerk, "people", false)]
    [InlineData(Roles.Clerk, "audit", false)]
    [InlineData(Roles.Clerk, "incidents", false)]
    [InlineData(Roles.Clerk, "work", true)]
    [InlineData(Roles.Auditor, "audit", true)]
    [InlineData(Roles.Auditor, "people", false)]
    [InlineData(Roles.Administrator, "people", true)]
    [InlineData(Roles.Administrator, "nothing", false)]
    public async Task Who_does_not_see_a_list_does_not_take_it_away(string role, string list, bool isGiven)
    {
        var staff = await Staff.JoinAsync(office, [role]);

        using var answer = await AskAsync(staff, list, "csv");

        Assert.Equal(isGiven ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(isGiven, answer.Content.Headers.ContentType?.MediaType is "text/csv");
    }

    /// <summary>Case A in the middle of a meeting, and somebody who sees everything.</summary>
    private async Task<Staff> OpenAsync()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);
        var staff = await Staff.JoinAsync(office, [.. Door.Everything, Roles.Auditor], story.Circle.OfficeId, "全部の役割の人");
        await staff.Browser.GetAsync($"/clients/{story.Circle.Client.Id}");
        return staff;
    }

    private static async Task<int> RowsAsync(Staff staff, string list) => Read("x.csv", await TakeAsync(staff, list, "csv")).Rows.Count - 1;

    private static async Task<byte[]> TakeAsync(Staff staff, string list, string kind)
    {
        using var answer = await AskAsync(staff, list, kind);
        Assert.Equal((list, HttpStatusCode.OK), (list, answer.StatusCode));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> AskAsync(Staff staff, string list, string kind)
    {
        await staff.Browser.GetAsync("/account");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken")!), KeyValuePair.Create("as", kind)]);
        return await staff.Http.PostAsync(new Uri($"/lists/{list}", UriKind.Relative), form);
    }

    private static IEnumerable<string> Lines(BookSheet sheet) => sheet.Rows.Select(static row => string.Join('|', row.Cells));

    private static BookSheet Read(string name, byte[] bytes) =>
        Assert.Single(Assert.IsType<Outcome<IReadOnlyList<BookSheet>>.Done>(BookReader.Read(name, bytes)).Value);

    private static IReadOnlyList<string> FormulasIn(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(static part => part.Worksheet.Descendants<CellFormula>()).Select(static formula => formula.Text)];
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ListFileTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ListFileTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
