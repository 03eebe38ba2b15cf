using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.OfficeSettings;

public abstract class SettingsPagesTests(RunningOffice office)
{
    [Theory]
    [InlineData("/settings")]
    [InlineData("/settings/hours")]
    [InlineData("/settings/holidays")]
    [InlineData("/settings/mail")]
    [InlineData("/settings/duties")]
    public async Task Only_an_administrator_reaches_the_settings(string path)
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        foreach (var role in new[] { Roles.Manager, Roles.Specialist, Roles.Clerk, Roles.Auditor })
        {
            var other = await Staff.JoinAsync(office, [role], administrator.OfficeId);
            Assert.Equal(HttpStatusCode.Forbidden, await other.Browser.GetAsync(path));
            await other.Browser.GetAsync("/account");
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", other.Browser.ValueOf("__RequestVerificationToken")!)]);
            using var answer = await other.Http.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await administrator.Browser.GetAsync(path));
        using var bare = new FormUrlEncodedContent([]);
        using var forged = await administrator.Http.PostAsync(new Uri(path, UriKind.Relative), bare);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task The_head_of_papers_and_mails_is_kept_as_it_is_typed_in_full_width_too()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await administrator.Browser.GetAsync("/settings");

        await administrator.Browser.PostAsync(
            "/settings", ("name", "相談支援事業所S"), ("number", "１２３４５６７８９０"), ("postalCode", "１２３−４５６７"), ("mail", "office@s.example.jp"));

        Assert.Equal("/settings?kept=true", administrator.Browser.Location);
        await using var db = office.Db();
        var kept = await db.Offices.SingleAsync(row => row.Id == administrator.OfficeId);
        Assert.Equal(("相談支援事業所S", "1234567890", "123-4567", "office@s.example.jp"), (kept.Name, kept.Number, kept.PostalCode, kept.Mail));
        Assert.True(await db.Audit.AnyAsync(row => row.OfficeId == administrator.OfficeId && row.Act == "office-changed"));
    }

    [Theory]
    [InlineData("name", " ")]
    [InlineData("number", "123")]
    [InlineData("postalCode", "12")]
    [InlineData("mail", "office")]
    public async Task What_is_wrong_is_refused_and_nothing_of_it_is_kept(string field, string typed)
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await administrator.Browser.GetAsync("/settings");

        var status = await administrator.Browser.PostAsync("/settings", ("address", "別の所在地"), (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        await using var db = office.Db();
        Assert.Equal("", (await db.Offices.SingleAsync(row => row.Id == administrator.OfficeId)).Address);
    }

    [Fact]
    public async Task Hours_and_days_off_are_used_by_what_is_counted_from_now_on()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await administrator.Browser.GetAsync("/settings/hours");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync("/settings/hours", ("opensAt", "18:00"), ("closesAt", "9:00")));
        await administrator.Browser.PostAsync("/settings/hours", ("opensAt", "１０時半"), ("closesAt", "19:00"), ("closed", "Sunday"), ("closed", "Wednesday"));

        await using var db = office.Db();
        var calendar = await new OfficeCalendars().OfAsync(db, administrator.OfficeId, CancellationToken.None);
        Assert.Equal((new TimeOnly(10, 30), new TimeOnly(19, 0)), (calendar.OpensAt, calendar.ClosesAt));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 1, 21)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2026, 1, 24)));
    }

    [Fact]
    public async Task What_the_office_decides_about_duties_is_what_its_clients_are_checked_by()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        var standard = new DutySettings();
        await administrator.Browser.GetAsync("/settings/duties");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync("/settings/duties", ("minutes", "0")));
        await administrator.Browser.PostAsync("/settings/duties", ("minutes", "１０"), ("proxyMayConsent", "true"));

        Assert.Equal("/settings/duties?kept=true", administrator.Browser.Location);
        await using var theirs = office.Db(new Scope.CaseOffice(administrator.OfficeId));
        await using var others = office.Db(new Scope.CaseOffice(Guid.CreateVersion7()));
        Assert.Equal(standard with { MinutesWithinDays = 10, ProxyMayConsent = true }, await KeepDuties.OfAsync(theirs, standard, CancellationToken.None));
        Assert.Equal(standard, await KeepDuties.OfAsync(others, standard, CancellationToken.None));
    }

    [Fact]
    public async Task A_week_without_a_working_day_is_refused()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await administrator.Browser.GetAsync("/settings/hours");

        var status = await administrator.Browser.PostAsync("/settings/hours", [("opensAt", "9:00"), ("closesAt", "18:00"), .. Enum.GetNames<DayOfWeek>().Select(static day => ("closed", day))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task A_new_holiday_moves_no_waiting_moment_and_says_which_keep_their_dates()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("ask", new Bpmn("ask").Start().Work("answer").Repeating("again", "answer", "repeat working days(2, 3)")
            .Service("remind").End().End("told").Path("start", "answer", "end").Path("again", "remind", "told"));
        var file = await cases.StartAsync("ask");
        await using var db = office.Db();
        var before = await db.Timers.Where(timer => timer.CaseId == file.Id).Select(static timer => timer.DueAt).ToListAsync();
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator], cases.OfficeId);
        await administrator.Browser.GetAsync("/settings/holidays");

        await administrator.Browser.PostAsync("/settings/holidays", ("on", "R8.1.21"), ("name", "開設記念日"));
        await administrator.Browser.FollowAsync();

        Assert.Contains("次の 1 件の予定は、日時を変えていません", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("休みの日に当たります", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains($"/cases/{file.Id}", administrator.Browser.Html, StringComparison.Ordinal);
        Assert.Equal(before, await db.Timers.Where(timer => timer.CaseId == file.Id).Select(static timer => timer.DueAt).ToListAsync());
        await administrator.Browser.PostAsync("/settings/holidays/2026-01-21/removal");
        Assert.False(await db.Holidays.AnyAsync(row => row.OfficeId == cases.OfficeId && row.On == new DateOnly(2026, 1, 21)));
    }

    [Fact]
    public async Task The_file_of_public_holidays_is_read_in_its_own_encoding_and_what_is_not_in_it_is_left_and_shown()
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);
        await using var db = office.Db();
        db.Holidays.AddRange(
            new Holiday { OfficeId = administrator.OfficeId, On = new DateOnly(2026, 1, 1), Name = "正月" },
            new Holiday { OfficeId = administrator.OfficeId, On = new DateOnly(2026, 12, 30), Name = "年末の休み" });
        await db.SaveChangesAsync();

        await UploadAsync(administrator, Sjis("国民の祝日・休日月日,国民の祝日・休日名称\r\n1955/1/1,元日\r\n2026/1/1,元日\r\n2026/1/12,成人の日\r\n"));

        Assert.Contains("休日を 1 日加え、 1 日の名前を変えました".Replace(" ", "", StringComparison.Ordinal), administrator.Browser.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("年末の休み", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["元日", "成人の日", "年末の休み"],
            await db.Holidays.AsNoTracking().Where(row => row.OfficeId == administrator.OfficeId).OrderBy(static row => row.On).Select(static row => row.Name).ToListAsync());
    }

    [Theory]
    [InlineData("休日,名称\n2026/1/1,元日\n2026/13/1,ない日\n", "3行目が読めません")]
    [InlineData("休日,名称\n", "休日が1つもありません")]
    [InlineData("休日,名称\n1955/1/1,元日\n", "より前の日しかありません")]
    [InlineData("", "CSVファイルを選んでください")]
    public async Task A_file_that_cannot_be_read_says_which_line_and_changes_nothing(string file, string words)
    {
        var administrator = await Staff.JoinAsync(office, [Roles.Administrator]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(administrator, Sjis(file)));

        Assert.Contains(words, administrator.Browser.Text, StringComparison.Ordinal);
        await using var db = office.Db();
        Assert.False(await db.Holidays.AnyAsync(row => row.OfficeId == administrator.OfficeId));
    }

    private static async Task<HttpStatusCode> UploadAsync(Staff staff, byte[] bytes)
    {
        await staff.Browser.GetAsync("/settings/holidays");
        return await staff.Browser.PostAsync("/settings/holidays/file", [], ("file", "syukujitsu.csv", bytes));
    }

    private static byte[] Sjis(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("shift_jis").GetBytes(text);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SettingsPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SettingsPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
