using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>Two sign one after the other, and the first takes it back before the last has answered.</summary>
public abstract class WithdrawnFirstTests(RunningOffice office)
{
    private static Value.Record Guardian { get; } = ConsentStory.ByLink()
        .With("signerKind", Value.Of("legalGuardian")).With("signerName", Value.Of("後見人G")).With("signerRelation", Value.Of("成年後見人")).With("isFollowed", Value.Of(true));

    [Fact]
    public async Task The_last_yes_alone_makes_no_plan_agreed_and_does_once_somebody_stands_in_the_place_of_the_first()
    {
        var (circle, last) = await WithdrawnAsync();
        var (guest, path) = await ConsentStory.OpenedAsync(circle, last);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));

        Assert.Equal(HttpStatusCode.Conflict, await guest.PostAsync(path, ("confirmed", "yes")));

        Assert.Contains("先に同意した方が同意を撤回しています", guest.Text, StringComparison.Ordinal);
        await using var db = circle.Db();
        Assert.False((await db.Consents.AsNoTracking().SingleAsync(row => row.Id == last)).IsAnswered);
        Assert.Null((await db.Plans.AsNoTracking().SingleAsync()).ConsentedOn);
        await AgreeAnewAsync(circle);
        await guest.GetAsync(path);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));
        Assert.NotNull((await db.Plans.AsNoTracking().SingleAsync()).ConsentedOn);
    }

    [Fact]
    public async Task A_no_is_taken_all_the_same()
    {
        var (circle, last) = await WithdrawnAsync();
        var (guest, path) = await ConsentStory.OpenedAsync(circle, last);

        await guest.PostAsync(path, ("answer", "declined"), ("name", "利用者A"), ("reason", "曜日を変えたい。"));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));

        await using var db = circle.Db();
        Assert.Equal(ConsentOutcome.Declined, (await db.Consents.SingleAsync(row => row.Id == last)).Outcome);
    }

    /// <returns>The consent of the client, asked for after the guardian's and not answered; the guardian's is taken back.</returns>
    private async Task<(CircleOfA Circle, Guid Last)> WithdrawnAsync()
    {
        var (story, first) = await ConsentStory.AskedInACaseAsync(office, Guardian);
        await ConsentStory.AgreeAsync(story.Circle, first);
        await story.FinishAsync("consent-explain", [.. ConsentStory.ByLink().Fields.Select(static field => (field.Key, field.Value))]);
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{first}/withdrawal");
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"/consents/{first}/withdrawal", ("reason", "後見人から電話")));
        await using var db = story.Circle.Db();

        return (story.Circle, await db.Consents.Where(static row => row.SignerName == "利用者A").Select(static row => row.Id).SingleAsync());
    }

    private static async Task AgreeAnewAsync(CircleOfA circle)
    {
        await using var db = circle.Db();
        var at = CircleOfA.Tokyo(3, 28, 15);
        (await new ConsentExplainAct().ApplyAsync(circle.Act(db, at, ("stage", Value.Of("plan"))), Guardian, CancellationToken.None)).Done();
        await db.SaveChangesAsync();
        var consent = await db.Consents.SingleAsync(row => row.SignerName == "後見人G" && row.Outcome == null);
        Assert.Null(await GiveConsent.RecordAsync(
            db, consent, new ConsentAnswer(ConsentOutcome.Agreed, new DateOnly(2026, 3, 28), at, RecordedBy: circle.SpecialistX), CancellationToken.None));
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : WithdrawnFirstTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : WithdrawnFirstTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
