using System.Net;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

public abstract class ConsentPagesTests(RunningOffice office)
{
    [Fact]
    public async Task The_page_shows_who_explained_to_whom_and_what_became_of_it()
    {
        var (circle, consent) = await AgreedAsync();
        var staff = await Staff.JoinAsync(office, ["auditor"], circle.OfficeId);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync($"/clients/{circle.Client.Id}/consents"));
        Assert.Contains($"/consents/{consent.Id}", staff.Browser.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync($"/consents/{consent.Id}"));

        Assert.Contains("居宅", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("今の書類と違います", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("中身は変えられません", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_office_knows_nothing_of_it()
    {
        var (circle, consent) = await AgreedAsync();
        var stranger = await Staff.JoinAsync(office, ["specialist"]);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/consents/{consent.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/clients/{circle.Client.Id}/consents"));
    }

    private async Task<(CircleOfA Circle, Consent Consent)> AgreedAsync()
    {
        var circle = await CircleOfA.InAsync(office);
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            ClientId = circle.Client.Id,
            PlanId = circle.Plan.Id,
            Stage = PlanStage.Final,
            // The paper that was shown; the plan of this test has none.
            DocumentHash = new string('a', 64),
            ExplainedBy = circle.SpecialistX,
            ExplainedOn = new DateOnly(2026, 3, 26),
            ExplainedPlace = "居宅",
            Signer = SignerKind.Self,
            SignerName = "利用者A",
            Method = ConsentMethod.Paper,
            RecordedAt = CircleOfA.Tokyo(3, 26, 15),
        };
        await using var db = circle.Db();
        db.Add(consent);
        await db.SaveChangesAsync();
        await GiveConsent.RecordAsync(
            db, consent, new ConsentAnswer(ConsentOutcome.Agreed, new DateOnly(2026, 3, 26), CircleOfA.Tokyo(3, 26, 17), RecordedBy: circle.SpecialistX), CancellationToken.None);
        await db.SaveChangesAsync();

        return (circle, consent);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ConsentPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ConsentPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
