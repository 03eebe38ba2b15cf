using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.App.OfficeSettings.Views;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>What an administrator sets for the office. In App, because a change of the calendar says what it means for running cases.</summary>
internal static class SettingsRoutes
{
    private const long LongestFile = 1_000_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/settings").RequireAuthorization(Policies.Administer);
        settings.MapGet("", ShowOffice);
        settings.MapPost("", PostOffice);
        settings.MapGet("/hours", ShowHours);
        settings.MapPost("/hours", PostHours);
        settings.MapGet("/holidays", ShowHolidays);
        settings.MapPost("/holidays", PostHoliday);
        settings.MapPost("/holidays/{on}/removal", RemoveHoliday);
        settings.MapPost("/holidays/file", PostFile);
        settings.MapGet("/approval", ShowApproval);
        settings.MapPost("/approval", PostApproval);
        settings.MapGet("/signing", ShowSigning);
        settings.MapPost("/signing", PostSigning);
        settings.MapGet("/mail", ShowMail);
        settings.MapPost("/mail", PostMail);
        settings.MapPost("/mail/removal", RemoveMail);
        settings.MapPost("/mail/test", TestIt);
        IncomingServerRoutes.Map(settings);
        settings.MapGet("/demo", AskDemo);
        settings.MapPost("/demo", RemoveIt);
    }

    private static async Task<IResult> ShowOffice(ClaimsPrincipal user, bool? kept, OfficeDb db, CancellationToken stop) =>
        View.Of<OfficePage, KeepOffice.Model>(await KeepOffice.ShowAsync(typed: null, kept == true, [], Session.RequiredOf(user).OfficeId, db, stop));

    private static async Task<IResult> AskDemo(ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        await RemoveDemo.AskAsync(Session.RequiredOf(user).OfficeId, db, stop) is { } question
            ? View.Of<ConfirmPage, Confirmation>(question)
            : View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);

    private static async Task<IResult> RemoveIt(HttpContext http, RemoveDemo remove, CancellationToken stop)
    {
        if (await remove.HandleAsync(Session.RequiredOf(http.User).OfficeId, stop) is not { } link)
        {
            return View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);
        }

        // Whoever asked is nobody any more.
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        http.User = new ClaimsPrincipal();
        return View.Of<DemoGonePage, string>(link);
    }

    private static async Task<IResult> PostOffice([FromForm] KeepOffice.Form form, ClaimsPrincipal user, OfficeDb db, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        if (await KeepOffice.HandleAsync(form, viewer, db, clock, stop) is not { } no)
        {
            return TypedResults.LocalRedirect("/settings?kept=true");
        }

        await using var fresh = dbs.Open(db.Scope);
        return View.Of<OfficePage, KeepOffice.Model>(await KeepOffice.ShowAsync(form, isKept: false, [.. no.All], viewer.OfficeId, fresh, stop), 422);
    }

    private static async Task<IResult> ShowHours(ClaimsPrincipal user, bool? kept, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<HoursPage, KeepHours.Model>(await KeepHours.ShowAsync(typed: null, kept == true, [], Session.RequiredOf(user).OfficeId, db, clock, stop));

    private static async Task<IResult> PostHours([FromForm] KeepHours.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepHours.HandleAsync(form, Session.RequiredOf(user), db, clock, stop) is { } no
            ? View.Of<HoursPage, KeepHours.Model>(await KeepHours.ShowAsync(form, isKept: false, [.. no.All], Session.RequiredOf(user).OfficeId, db, clock, stop), 422)
            : TypedResults.LocalRedirect("/settings/hours?kept=true");

    private static Task<IResult> ShowHolidays(ClaimsPrincipal user, int? year, string? changed, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        HolidayPageOf(user, year, typed: null, DayOf(changed), imported: null, [], db, clock, stop);

    private static async Task<IResult> HolidayPageOf(
        ClaimsPrincipal user, int? year, KeepHolidays.Form? typed, DateOnly? changed, ImportHolidays.Report? imported, IReadOnlyList<Refusal> refusals, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<HolidaysPage, KeepHolidays.Model>(
            await KeepHolidays.ShowAsync(year, typed, changed, imported, refusals, Session.RequiredOf(user).OfficeId, db, clock, stop), refusals.Count == 0 ? 200 : 422);

    private static async Task<IResult> PostHoliday([FromForm] KeepHolidays.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepHolidays.AddAsync(form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<DateOnly>.Done done => Changed(done.Value),
            Outcome<DateOnly>.Refused no => await HolidayPageOf(user, year: null, form, changed: null, imported: null, [.. no.Refusal.All], db, clock, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> RemoveHoliday(string on, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        DayOf(on) is { } day && await KeepHolidays.RemoveAsync(day, Session.RequiredOf(user), db, clock, stop) ? Changed(day) : TypedResults.NotFound();

    private static IResult Changed(DateOnly day) =>
        TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/settings/holidays?year={day.Year}&changed={day:yyyy-MM-dd}"));

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static async Task<IResult> PostFile(IFormFile? file, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        file is not { Length: > 0 and <= LongestFile }
            ? await HolidayPageOf(user, year: null, typed: null, changed: null, imported: null, [new Refusal("holiday-file", "1MBまでのCSVファイルを選んでください。", "file")], db, clock, stop)
            : await ImportHolidays.HandleAsync(await BytesOf(file, stop), Session.RequiredOf(user), db, clock, stop) switch
            {
                Outcome<ImportHolidays.Report>.Done done => await HolidayPageOf(user, year: null, typed: null, done.Value.ChangedFrom, done.Value, [], db, clock, stop),
                Outcome<ImportHolidays.Report>.Refused no => await HolidayPageOf(user, year: null, typed: null, changed: null, imported: null, [no.Refusal], db, clock, stop),
                _ => throw new UnreachableException(),
            };

    private static async Task<byte[]> BytesOf(IFormFile file, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private static async Task<IResult> ShowApproval(ClaimsPrincipal user, bool? kept, OfficeDb db, CancellationToken stop) =>
        View.Of<ApprovalPage, KeepApproval.Model>(await KeepApproval.ShowAsync(kept == true, Session.RequiredOf(user).OfficeId, db, stop));

    private static async Task<IResult> PostApproval([FromForm] KeepApproval.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        await KeepApproval.HandleAsync(form, Session.RequiredOf(user), db, clock, stop);
        return TypedResults.LocalRedirect("/settings/approval?kept=true");
    }

    private static async Task<IResult> ShowSigning(ClaimsPrincipal user, bool? kept, OfficeDb db, CancellationToken stop) =>
        View.Of<SigningPage, KeepSigning.Model>(await KeepSigning.ShowAsync(kept == true, Session.RequiredOf(user).OfficeId, db, stop));

    private static async Task<IResult> PostSigning([FromForm] KeepSigning.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepSigning.HandleAsync(form, Session.RequiredOf(user), db, clock, stop) is { } no
            ? View.Of<SigningPage, KeepSigning.Model>(new(form.Mark, IsKept: false) { Refusals = [no] }, 422)
            : TypedResults.LocalRedirect("/settings/signing?kept=true");

    private static Task<IResult> ShowMail(ClaimsPrincipal user, string? done, OfficeDb db, OfficeMail mail, CancellationToken stop) =>
        MailPageOf(user, typed: null, done is "kept" ? "メールの設定を保存しました。「試験のメールを送る」で確かめてください。" : done is "removed" ? "事業所のメールサーバーの設定を消しました。" : null, tested: null, [], db, mail, stop);

    private static async Task<IResult> MailPageOf(
        ClaimsPrincipal user, KeepMailServer.Form? typed, string? done, TestMail.Report? tested, IReadOnlyList<Refusal> refusals, OfficeDb db, OfficeMail mail, CancellationToken stop) =>
        View.Of<MailServerPage, KeepMailServer.Model>(
            await KeepMailServer.ShowAsync(typed, done, tested, refusals, Session.RequiredOf(user), db, mail, stop), refusals.Count == 0 ? 200 : 422);

    private static async Task<IResult> PostMail(
        [FromForm] KeepMailServer.Form form, ClaimsPrincipal user, OfficeDb db, OfficeMail mail, TimeProvider clock, CancellationToken stop) =>
        await KeepMailServer.HandleAsync(form, Session.RequiredOf(user), db, mail, clock, stop) is { } no
            ? await MailPageOf(user, form, done: null, tested: null, [.. no.All], db, mail, stop)
            : TypedResults.LocalRedirect("/settings/mail?done=kept");

    private static async Task<IResult> RemoveMail(ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        await KeepMailServer.RemoveAsync(Session.RequiredOf(user), db, clock, stop);
        return TypedResults.LocalRedirect("/settings/mail?done=removed");
    }

    private static async Task<IResult> TestIt(
        ClaimsPrincipal user, OfficeDb db, OfficeMail mail, Postbox postbox, TimeProvider clock, CancellationToken stop) =>
        await MailPageOf(
            user, typed: null, done: null, await TestMail.HandleAsync(Session.RequiredOf(user), db, mail, postbox, clock, stop), [], db, mail, stop);
}
